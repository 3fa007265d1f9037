import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response as Answer } from 'express';
import {
  BusinessCounts,
  ReadingQuery,
  Series,
  SeriesFileQuery,
  SeriesId,
  SeriesQuery,
  SeriesReading,
  SeriesView,
} from '#contracts/outside';
import { seriesLimits } from '#contracts/outside/codes';
import { workbookType } from '#tables';
import { type Caller, CallerOf, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersFile, AnswersNothing, AnswersText, Refuses } from '../kernel/system/answers.js';
import { TakesForm } from '../kernel/system/takes.js';
import { OutsideService } from './outside.service.js';
import { csvOfSeries, workbookOfSeries } from './series-export.js';

const largestFile = seriesLimits.megabytes * 1_024 * 1_024;

/** One file in memory and at most the description beside it. */
const OneFile = () =>
  UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: largestFile, files: 1, fields: 1, parts: 2, fieldSize: 64 * 1024 } }),
  );

const fileProperty = {
  type: 'string',
  format: 'binary',
  description: `CSV, SDMX-CSV, JSON-stat or workbook (.xlsx), also in a zip, at most ${seriesLimits.megabytes} MB and ${seriesLimits.points} points`,
};

/** What the file of a series is called: its id, which is plain, and its place. */
const nameOf = ({ series, municipality }: SeriesView) =>
  ['relais', series.seriesId, ...(municipality === null ? [] : [municipality])].join('-');

type UploadedBytes = { readonly buffer: Buffer };

@ApiTags('outside')
@Needs('read-outside')
@Controller('api/v1/outside')
export class OutsideController {
  constructor(private readonly outside: OutsideService) {}

  @Get('series')
  @Answers(Series, 'Public series of others', { list: true })
  list(): Promise<Series[]> {
    return this.outside.list();
  }

  @Get('businesses')
  @Answers(BusinessCounts, 'How many businesses each municipality has, where a series counts them')
  businesses(): Promise<BusinessCounts> {
    return this.outside.businesses();
  }

  // Before the series itself, whose address is the beginning of this one.
  @Refuses('not-found')
  @Get('series/:seriesId.csv')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @AnswersText('A series with its values in one municipality or in the region as CSV')
  async csv(
    @Param('seriesId', { schema: SeriesId }) seriesId: string,
    @Query({ schema: SeriesFileQuery }) { language, ...query }: SeriesFileQuery,
    @Res({ passthrough: true }) response: Answer,
  ): Promise<string> {
    const view = await this.outside.view(seriesId, query);
    response.setHeader('content-disposition', `attachment; filename="${nameOf(view)}.csv"`);
    return csvOfSeries(view, language);
  }

  @Refuses('not-found')
  @Get('series/:seriesId.xlsx')
  @AnswersFile(workbookType, 'A series with its values in one municipality or in the region as a workbook')
  async workbook(
    @Param('seriesId', { schema: SeriesId }) seriesId: string,
    @Query({ schema: SeriesFileQuery }) { language, ...query }: SeriesFileQuery,
  ): Promise<StreamableFile> {
    const view = await this.outside.view(seriesId, query);
    const bytes = await new Response(workbookOfSeries(view, language)).arrayBuffer();
    return new StreamableFile(new Uint8Array(bytes), {
      type: workbookType,
      disposition: `attachment; filename="${nameOf(view)}.xlsx"`,
    });
  }

  @Refuses('not-found')
  @Get('series/:seriesId')
  @Answers(SeriesView, 'A series with its values in one municipality or in the region')
  view(
    @Param('seriesId', { schema: SeriesId }) seriesId: string,
    @Query({ schema: SeriesQuery }) query: SeriesQuery,
  ): Promise<SeriesView> {
    return this.outside.view(seriesId, query);
  }

  @Needs('import-outside')
  @Refuses('series-refused', 'too-heavy', 'busy')
  @Post('readings')
  @HttpCode(200)
  @OneFile()
  @TakesForm(seriesLimits.megabytes)
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: fileProperty } } })
  @Answers(SeriesReading, 'What a file of statistics holds; nothing is stored')
  look(
    @CallerOf() caller: Caller,
    @Query({ schema: ReadingQuery }) query: ReadingQuery,
    @UploadedFile() file: UploadedBytes | undefined,
  ): Promise<SeriesReading> {
    return this.outside.look(caller, file?.buffer, query);
  }

  @Needs('import-outside')
  @NeedsProof()
  @Refuses('series-refused', 'identifier-found', 'too-heavy', 'busy')
  @Post('series')
  @OneFile()
  @TakesForm(seriesLimits.megabytes)
  @ApiBody({
    schema: {
      type: 'object',
      required: ['series', 'file'],
      properties: { series: { type: 'string', description: 'SeriesRequest as JSON' }, file: fileProperty },
    },
  })
  @Answers(Series, 'Imports a series in place of the one of that id, all or nothing', { status: 201 })
  take(
    @CallerOf() caller: Caller,
    @Query({ schema: ReadingQuery }) query: ReadingQuery,
    @Body('series') series: unknown,
    @UploadedFile() file: UploadedBytes | undefined,
  ): Promise<Series> {
    return this.outside.take(caller, { series, file: file?.buffer }, query);
  }

  @Needs('import-outside')
  @Refuses('not-found')
  @Delete('series/:seriesId')
  @AnswersNothing('Removes a series; the hash of what it was stays')
  remove(@Param('seriesId', { schema: SeriesId }) seriesId: string): Promise<void> {
    return this.outside.remove(seriesId);
  }
}
