import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { PasskeyId, PersonId } from '#contracts/kernel';
import { OwnSession, PasskeyAsked, PasskeyLine, PasskeyMade, PasskeyUsed } from '#contracts/people';
import { BeforePasskey, CallerOf, type Caller, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { given } from './opened.js';
import { PasskeyService } from './passkey.service.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('api/v1/passkeys')
export class PasskeyController {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly sessions: SessionService,
  ) {}

  @BeforePasskey()
  @Get()
  @Answers(PasskeyLine, 'The caller’s passkeys', { list: true })
  list(@CallerOf() caller: Caller): Promise<PasskeyLine[]> {
    return this.passkeys.list(caller);
  }

  @BeforePasskey()
  @Refuses('passkey-needed')
  @Post('making')
  @HttpCode(200)
  @Answers(PasskeyAsked, 'What a browser makes a passkey from')
  askToMake(@CallerOf() caller: Caller): Promise<PasskeyAsked> {
    return this.passkeys.askToMake(caller);
  }

  @BeforePasskey()
  @Refuses('passkey-needed', 'passkey-late', 'passkey-refused')
  @Post()
  @Answers(OwnSession, 'Keeps a passkey that a browser made; it counts as shown', { status: 201 })
  async make(
    @CallerOf() caller: Caller,
    @Body({ schema: PasskeyMade }) body: PasskeyMade,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    await this.passkeys.make(caller, body, request.headers['user-agent']);
    return given(await this.sessions.renew(caller), response);
  }

  @BeforePasskey()
  @Refuses('passkey-none')
  @Post('showing')
  @HttpCode(200)
  @Answers(PasskeyAsked, 'What a browser signs with one of the caller’s passkeys')
  askToShow(@CallerOf() caller: Caller): Promise<PasskeyAsked> {
    return this.passkeys.askToUse(caller);
  }

  @BeforePasskey()
  @Refuses('passkey-late', 'passkey-refused')
  @Post('shown')
  @HttpCode(200)
  @Answers(OwnSession, 'Takes what a browser signed; the session goes on with another secret')
  async show(
    @CallerOf() caller: Caller,
    @Body({ schema: PasskeyUsed }) body: PasskeyUsed,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    await this.passkeys.use(caller, body);
    return given(await this.sessions.renew(caller), response);
  }

  @Needs('reset-passkeys')
  @NeedsProof()
  @Refuses('not-found')
  @Delete('of/:personId')
  @AnswersNothing('Removes the passkeys that somebody lost, and ends their sessions')
  reset(@CallerOf() caller: Caller, @Param('personId', { schema: PersonId }) personId: string): Promise<void> {
    return this.passkeys.reset(caller, personId);
  }

  @NeedsProof()
  @Refuses('passkey-last', 'not-found')
  @Delete(':passkeyId')
  @AnswersNothing('Removes a passkey of the caller’s')
  remove(@CallerOf() caller: Caller, @Param('passkeyId', { schema: PasskeyId }) passkeyId: string): Promise<void> {
    return this.passkeys.remove(caller, passkeyId);
  }
}
