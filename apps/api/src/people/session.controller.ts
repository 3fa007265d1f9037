import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OwnSession, Persona, SignInRequest, SwitchRequest } from '#contracts/people';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { BeforePasskey, CallerOf, OpenToAll, type Caller } from '../kernel/session/caller.js';
import { SessionService } from './session.service.js';
import { browserOf, given, ownOf } from './opened.js';
import { cookieOf } from '../kernel/session/token.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  @BeforePasskey()
  @Answers(OwnSession, 'Who is signed in')
  read(@CallerOf() caller: Caller): OwnSession {
    return ownOf({ session: caller.signedIn, token: caller.token });
  }

  @Get('personas')
  @OpenToAll()
  @Answers(Persona, 'Whom one may sign in as in development', { list: true })
  personas(): Promise<Persona[]> {
    return this.sessions.personas();
  }

  @Refuses('not-found')
  @Post()
  @OpenToAll()
  @HttpCode(200)
  @Answers(OwnSession, 'Signs in as a persona, in development only')
  async open(
    @Body({ schema: SignInRequest }) body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    return given(await this.sessions.openPersona(body, browserOf(request)), response);
  }

  @Refuses('membership-unknown')
  @BeforePasskey()
  @Put()
  @Answers(OwnSession, 'Goes on under another membership of the person, without signing in again')
  async switchTo(
    @Body({ schema: SwitchRequest }) body: SwitchRequest,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    return given(await this.sessions.switchTo(body.membershipId, caller), response);
  }

  @Delete()
  @OpenToAll()
  @AnswersNothing('Signs out')
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.close(request.headers.cookie);
    response.setHeader('set-cookie', cookieOf(''));
  }
}
