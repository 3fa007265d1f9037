import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  CaseList,
  CaseListQuery,
  CaseRequest,
  CaseView,
  CommandAnswer,
  OpenCaseRequest,
  Timeline,
  TimelineQuery,
} from '#contracts/case';
import { CaseId } from '#contracts/kernel';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Answers } from '../kernel/system/answers.js';
import { CaseService } from './case.service.js';
import { CommandService } from './command.service.js';
import { KeyOf, type RequestKey } from './key.js';

const KeyHeader = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key twice is one command' }),
    ApiHeader({
      name: 'Idempotency-Attempt',
      required: false,
      description:
        '2 or more when the same was asked before and no answer came: a refusal is final then, whatever still arrives late',
    }),
  );

@ApiTags('cases')
@Controller('api/v1/cases')
export class CaseController {
  constructor(
    private readonly cases: CaseService,
    private readonly commands: CommandService,
  ) {}

  @Post()
  @KeyHeader()
  @Answers(CommandAnswer, 'Opens an anonymised case', { status: 201 })
  open(
    @CallerOf() caller: Caller,
    @KeyOf() key: RequestKey,
    @Body({ schema: OpenCaseRequest }) body: OpenCaseRequest,
  ): Promise<CommandAnswer> {
    return this.commands.open(caller, key, body);
  }

  @Get()
  @Answers(CaseList, 'Cases the caller may see, newest first')
  list(@CallerOf() caller: Caller, @Query({ schema: CaseListQuery }) query: CaseListQuery): Promise<CaseList> {
    return this.cases.list(caller, query);
  }

  @Get(':caseId')
  @Answers(CaseView, 'One case with what the caller may do now')
  read(@CallerOf() caller: Caller, @Param('caseId', { schema: CaseId }) caseId: string): Promise<CaseView> {
    return this.cases.read(caller, caseId);
  }

  @Get(':caseId/timeline')
  @Answers(Timeline, 'What happened in a case before a sequence, the newest of it')
  timeline(
    @CallerOf() caller: Caller,
    @Param('caseId', { schema: CaseId }) caseId: string,
    @Query({ schema: TimelineQuery }) { before }: TimelineQuery,
  ): Promise<Timeline> {
    return this.cases.readTimeline(caller, caseId, before);
  }

  @Post(':caseId/commands')
  @HttpCode(200)
  @KeyHeader()
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
