import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CodeAttempt, CodeRequest, CodeUse, LinkQuestion, LinkStanding, OwnSession } from '#contracts/people';
import { OpenToAll } from '../kernel/session/caller.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { browserOf, given } from './opened.js';
import { SignInCodeService } from './sign-in-code.service.js';

@ApiTags('session')
@Controller('api/v1/sign-in')
export class SignInCodeController {
  constructor(private readonly codes: SignInCodeService) {}

  @Refuses('not-found', 'too-many-tries')
  @Post('codes')
  @OpenToAll()
  @HttpCode(200)
  @Answers(CodeAttempt, 'Sends a one-time code and a link by mail, if somebody has the address; the answer is the same')
  begin(@Body({ schema: CodeRequest }) body: CodeRequest, @Req() { ip }: Request): Promise<CodeAttempt> {
    return this.codes.begin(body, ip);
  }

  @Refuses('not-found', 'too-many-tries', 'code-refused', 'link-refused', 'no-membership')
  @Post('codes/use')
  @OpenToAll()
  @HttpCode(200)
  @Answers(OwnSession, 'Signs in by the code or the link of a mail, each of which works once')
  async use(
    @Body({ schema: CodeUse }) body: CodeUse,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    return given(await this.codes.use(body, request.ip, browserOf(request)), response);
  }

  @Refuses('not-found', 'too-many-tries', 'link-refused')
  @Post('links')
  @OpenToAll()
  @HttpCode(200)
  @Answers(LinkStanding, 'Whom the link of a mail signs in; it is not used by that')
  look(@Body({ schema: LinkQuestion }) { secret }: LinkQuestion, @Req() { ip }: Request): Promise<LinkStanding> {
    return this.codes.look(secret, ip);
  }
}
