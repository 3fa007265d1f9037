import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { FlowStart, ProviderId, ProvidersView } from '#contracts/people';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers, Refuses } from '../../kernel/system/answers.js';
import { sentOn } from './flow.controller.js';
import { FlowService } from './flow.service.js';
import { ProvidersService } from './providers.service.js';

@ApiTags('session')
@Controller('api/v1/providers')
@Needs('test-provider')
export class ProvidersController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly flows: FlowService,
  ) {}

  @Get()
  @Answers(ProvidersView, 'The identity providers, whether each answers, and what the caller’s last test brought')
  read(@CallerOf() caller: Caller): Promise<ProvidersView> {
    return this.providers.read(caller);
  }

  @Refuses('provider-unknown', 'provider-away')
  @Post(':providerId/test')
  @HttpCode(200)
  @Answers(FlowStart, 'Begins a test of an identity provider, which opens no session and links no account')
  async test(
    @Param('providerId', { schema: ProviderId }) providerId: string,
    @CallerOf() { signedIn }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FlowStart> {
    return sentOn(await this.flows.beginFor(signedIn.person.personId, providerId, 'test', '/admin'), response);
  }
}
