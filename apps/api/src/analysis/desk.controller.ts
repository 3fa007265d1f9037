import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AnalysisSettings, AuditEntry, AuditQuery, HistoryQuery, Saved, SavedRequest } from '#contracts/analysis';
import { Uuid } from '#contracts/kernel';
import { type Caller, CallerOf, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { DeskService } from './desk.service.js';

const SavedQuery = z.object({ kind: z.enum(['view', 'query']) });
type SavedQuery = z.infer<typeof SavedQuery>;

@ApiTags('analysis')
@Needs('analyse')
@Controller('api/v1/analysis')
export class DeskController {
  constructor(private readonly desk: DeskService) {}

  @Get('saved')
  @Answers(Saved, 'Saved views or queries: own ones and those that others share', { list: true })
  listSaved(@CallerOf() caller: Caller, @Query({ schema: SavedQuery }) { kind }: SavedQuery): Promise<Saved[]> {
    return this.desk.listSaved(caller, kind);
  }

  @Refuses('identifier-found')
  @Post('saved')
  @Answers(Saved, 'Saves a view or a query', { status: 201 })
  addSaved(@CallerOf() caller: Caller, @Body({ schema: SavedRequest }) request: SavedRequest): Promise<Saved> {
    return this.desk.addSaved(caller, request);
  }

  @Refuses('not-found')
  @Get('saved/:savedId')
  @Answers(Saved, 'A saved view or query')
  readSaved(@CallerOf() caller: Caller, @Param('savedId', { schema: Uuid }) savedId: string): Promise<Saved> {
    return this.desk.readSaved(caller, savedId);
  }

  @Refuses('not-found', 'not-yours', 'identifier-found')
  @Put('saved/:savedId')
  @Answers(Saved, 'Changes one of the caller’s own')
  changeSaved(
    @CallerOf() caller: Caller,
    @Param('savedId', { schema: Uuid }) savedId: string,
    @Body({ schema: SavedRequest }) request: SavedRequest,
  ): Promise<Saved> {
    return this.desk.changeSaved(caller, savedId, request);
  }

  @Refuses('not-found', 'not-yours')
  @Delete('saved/:savedId')
  @AnswersNothing('Removes one of the caller’s own')
  removeSaved(@CallerOf() caller: Caller, @Param('savedId', { schema: Uuid }) savedId: string): Promise<void> {
    return this.desk.removeSaved(caller, savedId);
  }

  @Get('history')
  @Answers(AuditEntry, 'The caller’s own queries, newest first', { list: true })
  history(@CallerOf() caller: Caller, @Query({ schema: HistoryQuery }) query: HistoryQuery): Promise<AuditEntry[]> {
    return this.desk.history(caller, query);
  }

  @Needs('audit-analysis')
  @Get('audit')
  @Answers(AuditEntry, 'What analysts did, newest first', { list: true })
  audit(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditEntry[]> {
    return this.desk.readAudit(query);
  }

  @Needs(['analyse', 'audit-analysis'])
  @Get('settings')
  @Answers(AnalysisSettings, 'What the installation lets analysts do')
  settings(): Promise<AnalysisSettings> {
    return this.desk.settings();
  }

  @NeedsProof()
  @Needs('audit-analysis')
  @Put('settings')
  @Answers(AnalysisSettings, 'Changes what the installation lets analysts do')
  changeSettings(
    @CallerOf() caller: Caller,
    @Body({ schema: AnalysisSettings }) settings: AnalysisSettings,
  ): Promise<AnalysisSettings> {
    return this.desk.changeSettings(caller, settings);
  }
}
