import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Inbox, InboxQuery } from '#contracts/case';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers } from '../../kernel/system/answers.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Needs('read-inbox')
@Controller('api/v1/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Answers(Inbox, 'What waits for the caller: one bucket, what is due next first, and the size of every bucket')
  read(@CallerOf() caller: Caller, @Query({ schema: InboxQuery }) query: InboxQuery): Promise<Inbox> {
    return this.inbox.read(caller, query);
  }
}
