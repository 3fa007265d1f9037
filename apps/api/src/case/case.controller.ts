import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseRefusals } from '#contracts/catalogue';
import {
  CaseList,
  CaseListQuery,
  CaseQuery,
  CaseRequest,
  CaseView,
  CommandAnswer,
  OpenCaseRequest,
  Timeline,
  TimelineQuery,
} from '#contracts/case';
import { CaseId } from '#contracts/kernel';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { TakesKey } from '../kernel/system/takes.js';
import { CaseService } from './case.service.js';
import { CommandService } from './command.service.js';
import { KeyOf, type RequestKey } from '../kernel/commands/key.js';

/** What else a command is refused with, whatever its case thinks of it. */
const keyRefusals = [
  'key-missing',
  'key-reused',
  'key-forgotten',
  'case-not-found',
  'identifier-found',
  'service-unknown',
  'too-busy',
] as const;

@ApiTags('cases')
@Controller('api/v1/cases')
export class CaseController {
  constructor(
    private readonly cases: CaseService,
    private readonly commands: CommandService,
  ) {}

  @Needs('open-case')
  @Refuses(...caseRefusals, ...keyRefusals)
  @Post()
  @TakesKey()
  @Answers(CommandAnswer, 'Opens an anonymised case', { status: 201 })
  open(
    @CallerOf() caller: Caller,
    @KeyOf() key: RequestKey,
    @Body({ schema: OpenCaseRequest }) body: OpenCaseRequest,
  ): Promise<CommandAnswer> {
    return this.commands.open(caller, key, body);
  }

  @Needs('list-cases')
  @Get()
  @Answers(CaseList, 'Cases the caller may see, newest first')
  list(@CallerOf() caller: Caller, @Query({ schema: CaseListQuery }) query: CaseListQuery): Promise<CaseList> {
    return this.cases.list(caller, query);
  }

  @Refuses('case-not-found')
  @Get(':caseId')
  @Answers(CaseView, 'One case with what the caller may do now')
  read(
    @CallerOf() caller: Caller,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Query({ schema: CaseQuery }) { atLeast }: CaseQuery,
  ): Promise<CaseView> {
    return this.cases.read(caller, caseId, atLeast);
  }

  @Refuses('case-not-found')
  @Get(':caseId/timeline')
  @Answers(Timeline, 'What happened in a case before a sequence, the newest of it')
  timeline(
    @CallerOf() caller: Caller,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Query({ schema: TimelineQuery }) { before }: TimelineQuery,
  ): Promise<Timeline> {
    return this.cases.readTimeline(caller, caseId, before);
  }

  @Refuses(...caseRefusals, ...keyRefusals)
  @Post(':caseId/commands')
  @HttpCode(200)
  @TakesKey()
  @Answers(CommandAnswer, 'Gives a command to a case')
  command(
    @CallerOf() caller: Caller,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @KeyOf() key: RequestKey,
    @Body({ schema: CaseRequest }) body: CaseRequest,
  ): Promise<CommandAnswer> {
    return this.commands.command(caller, caseId, key, body);
  }
}
