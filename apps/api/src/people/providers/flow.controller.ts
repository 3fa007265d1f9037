import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FlowRequest, FlowStart, ProviderAnswer, ProviderId } from '#contracts/people';
import { OpenToAll } from '../../kernel/session/caller.js';
import { Answers, AnswersElsewhere, Refuses } from '../../kernel/system/answers.js';
import { browserOf, given } from '../opened.js';
import { flowCookieOf } from './flow-secret.js';
import { type Begun, FlowService } from './flow.service.js';

/** Sends a browser on its way: it keeps the secret, and its page goes to the address. */
export function sentOn({ address, secret }: Begun, response: Response): FlowStart {
  response.setHeader('set-cookie', flowCookieOf(secret));
  return { address };
}

@ApiTags('session')
@Controller('api/v1/sign-in')
export class FlowController {
  constructor(private readonly flows: FlowService) {}

  @Refuses('provider-unknown', 'provider-away', 'too-many-tries')
  @Post('providers/:providerId')
  @OpenToAll()
  @HttpCode(200)
  @Answers(FlowStart, 'Begins to sign in with an identity provider, or to accept an invitation with its account')
  async begin(
    @Param('providerId', { schema: ProviderId }) providerId: string,
    @Body({ schema: FlowRequest }) body: FlowRequest,
    @Req() { ip }: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FlowStart> {
    return sentOn(await this.flows.begin(providerId, body, ip), response);
  }

  @Refuses('provider-unknown')
  @Get('callback')
  @OpenToAll()
  @AnswersElsewhere(
    'Comes back from an identity provider, to the page for which one went there or to one that says why not',
  )
  async end(
    @Query({ schema: ProviderAnswer }) { state }: ProviderAnswer,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { search } = new URL(request.originalUrl, 'http://relais.invalid');
    const { to, opened } = await this.flows.end(state, search, browserOf(request));
    if (opened !== undefined) {
      given(opened, response);
    }
    response.appendHeader('set-cookie', flowCookieOf(''));
    response.setHeader('location', to);
  }
}
