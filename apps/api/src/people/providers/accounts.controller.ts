import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AccountId } from '#contracts/kernel';
import { AccountLine, FlowStart, LinkRequest } from '#contracts/people';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Answers, AnswersNothing, Refuses } from '../../kernel/system/answers.js';
import { AccountService } from './account.service.js';
import { sentOn } from './flow.controller.js';
import { FlowService } from './flow.service.js';

@ApiTags('session')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountService,
    private readonly flows: FlowService,
  ) {}

  @Get()
  @Answers(AccountLine, 'The accounts with which the caller signs in', { list: true })
  list(@CallerOf() caller: Caller): Promise<AccountLine[]> {
    return this.accounts.listOwn(caller);
  }

  @Refuses('provider-unknown', 'provider-away')
  @Post()
  @HttpCode(200)
  @Answers(FlowStart, 'Begins to link an account of an identity provider to the caller')
  async link(
    @Body({ schema: LinkRequest }) { providerId }: LinkRequest,
    @CallerOf() { signedIn }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FlowStart> {
    return sentOn(await this.flows.beginFor(signedIn.person.personId, providerId, 'link', '/account'), response);
  }

  @Refuses('last-way-in')
  @Delete(':accountId')
  @AnswersNothing('Takes an account from the caller; one that is not theirs is left as it is')
  unlink(@Param('accountId', { schema: AccountId }) accountId: string, @CallerOf() caller: Caller): Promise<void> {
    return this.accounts.unlink(accountId, caller);
  }
}
