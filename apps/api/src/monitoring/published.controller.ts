import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response as Answer } from 'express';
import { csvMannerOf, plainCsv } from '#contracts/kernel/codes';
import {
  CubeAnswer,
  CubeCsvQuery,
  CubeName,
  CubeQuery,
  EpochId,
  EpochList,
  EpochListQuery,
  PublishedEpoch,
} from '#contracts/monitoring';
import { workbookType } from '#tables';
import { Answers, AnswersFile, AnswersText, Refuses } from '../kernel/system/answers.js';
import { csvOf, workbookOfAnswer } from './csv.js';
import { PublishedService } from './published.service.js';

@ApiTags('monitoring')
@Controller('api/v1/monitoring/published')
export class PublishedController {
  constructor(private readonly published: PublishedService) {}

  // Before the cube itself, whose address is the beginning of this one.
  @Get('cubes/:cube.csv')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @AnswersText('Published figures of a cube as CSV')
  async csv(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeCsvQuery }) { language, ...query }: CubeCsvQuery,
    @Res({ passthrough: true }) response: Answer,
  ): Promise<string> {
    const answer = await this.published.answer(cube, query);
    response.setHeader('content-disposition', `attachment; filename="relais-${cube}.csv"`);
    return csvOf(answer, query, language === undefined ? plainCsv : csvMannerOf(language));
  }

  @Get('cubes/:cube.xlsx')
  @AnswersFile(workbookType, 'Published figures of a cube as a workbook')
  async workbook(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
  ): Promise<StreamableFile> {
    const bytes = await new Response(workbookOfAnswer(await this.published.answer(cube, query), query)).arrayBuffer();
    return new StreamableFile(new Uint8Array(bytes), {
      type: workbookType,
      disposition: `attachment; filename="relais-${cube}.xlsx"`,
    });
  }

  @Get('cubes/:cube')
  @Answers(CubeAnswer, 'Published figures of a cube')
  cube(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
  ): Promise<CubeAnswer> {
    return this.published.answer(cube, query);
  }

  @Get('epochs')
  @Answers(EpochList, 'What was published when, newest first')
  epochs(@Query({ schema: EpochListQuery }) query: EpochListQuery): Promise<EpochList> {
    return this.published.list(query);
  }

  @Refuses('not-found')
  @Get('epochs/:epochId')
  @Answers(PublishedEpoch, 'Everything that one epoch published')
  epoch(@Param('epochId', { schema: EpochId }) epochId: string): Promise<PublishedEpoch> {
    return this.published.read(epochId);
  }
}
