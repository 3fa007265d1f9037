import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { workbookType } from '#tables';
import { ExportMessage, ExportRequest, ReadyQuery, RunMessage, RunRequest, TableView } from '#contracts/analysis';
import { Uuid } from '#contracts/kernel';
import { languageOf } from '../kernel/problems/language.js';
import { type Caller, CallerOf, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { ExportService } from './export.service.js';
import { sendLines } from './lines.js';
import { RunService } from './run.service.js';
import { shelfOn } from './shelf/index.js';
import { TableService } from './table.service.js';

@ApiTags('analysis')
@Needs('analyse')
@Controller('api/v1/analysis')
export class WorkbenchController {
  constructor(
    private readonly runs: RunService,
    private readonly exports: ExportService,
    private readonly tables: TableService,
  ) {}

  @Post('runs')
  @HttpCode(200)
  @ApiOperation({ summary: 'Runs one SELECT; the answer is a RunMessage per line, and closing it stops the query' })
  @ApiProduces('application/x-ndjson')
  async run(
    @CallerOf() caller: Caller,
    @Body({ schema: RunRequest }) request: RunRequest,
    @Headers('accept-language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await sendLines(response, RunMessage, await this.runs.open(caller, request, languageOf(language)));
  }

  @NeedsProof()
  @Refuses('exports-off')
  @Post('exports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Makes a file; the answer is an ExportMessage per line, and closing it stops the export' })
  @ApiProduces('application/x-ndjson')
  async makeExport(
    @CallerOf() caller: Caller,
    @Body({ schema: ExportRequest }) request: ExportRequest,
    @Headers('accept-language') language: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await sendLines(response, ExportMessage, await this.exports.open(caller, request, languageOf(language)));
  }

  @Refuses('export-gone', 'exports-off')
  @Get('exports/:exportId')
  @ApiOperation({ summary: 'A file that the caller made, for an hour' })
  @ApiProduces('text/csv', 'application/x-ndjson', workbookType, 'application/vnd.apache.parquet')
  fetchExport(
    @CallerOf() caller: Caller,
    @Param('exportId', { schema: Uuid }) exportId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.exports.fetch(caller, exportId, response);
  }

  @Get('tables')
  @Answers(TableView, 'The tables one can ask, in words', { list: true })
  listTables(): Promise<TableView[]> {
    return this.tables.list();
  }

  @Get('shelf')
  @Answers(ReadyQuery, 'Ready queries that answer real questions of the platform', { list: true })
  listShelf(): ReadyQuery[] {
    return shelfOn(new Date());
  }
}
