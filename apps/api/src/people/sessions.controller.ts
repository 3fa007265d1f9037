import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionId } from '#contracts/kernel';
import { SessionLine } from '#contracts/people';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Answers, AnswersNothing } from '../kernel/system/answers.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  @Answers(SessionLine, 'The caller’s sessions that have not ended, the newest first', { list: true })
  list(@CallerOf() caller: Caller): Promise<SessionLine[]> {
    return this.sessions.listOwn(caller);
  }

  @Delete(':sessionId')
  @AnswersNothing('Ends a session of the caller’s; one that is over already, or is not theirs, is left as it is')
  revoke(@Param('sessionId', { schema: SessionId }) sessionId: string, @CallerOf() caller: Caller): Promise<void> {
    return this.sessions.revoke(sessionId, caller);
  }

  @Delete()
  @AnswersNothing('Ends all sessions of the caller’s but the one that asks')
  revokeOthers(@CallerOf() caller: Caller): Promise<void> {
    return this.sessions.revokeOthers(caller);
  }
}
