import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { OwnTrailQuery, TrailCheck, TrailEntry, TrailQuery } from '#contracts/people';
import { type Caller, CallerOf, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersFile, Refuses } from '../kernel/system/answers.js';
import { AuditService } from './audit.service.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Needs('read-audit')
  @Get()
  @Answers(TrailEntry, 'Who saw or did what, newest first', { list: true })
  list(@Query({ schema: TrailQuery }) query: TrailQuery): Promise<TrailEntry[]> {
    return this.audit.find(query);
  }

  @Get('own')
  @Answers(TrailEntry, 'What the trail tells of the caller, newest first', { list: true })
  own(@CallerOf() caller: Caller, @Query({ schema: OwnTrailQuery }) query: OwnTrailQuery): Promise<TrailEntry[]> {
    return this.audit.findOwn(caller, query);
  }

  @Needs('read-audit')
  @Get('check')
  @Answers(TrailCheck, 'Whether every entry still follows from the one before')
  check(): Promise<TrailCheck> {
    return this.audit.check();
  }

  @NeedsProof()
  @Refuses('exports-off')
  @Needs('read-audit')
  @Get('lines')
  @AnswersFile(
    'application/x-ndjson',
    'The whole trail with its hashes, an entry a line, to be computed anew elsewhere',
  )
  async export(@CallerOf() caller: Caller, @Res() response: Response): Promise<void> {
    await this.audit.export(caller, response);
  }
}
