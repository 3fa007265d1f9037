import { Body, Controller, Get, Header, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  CodeAttempt,
  ErasureOutlook,
  ErasureRequest,
  MailChangeCode,
  MailChangeRequest,
  OwnData,
  OwnDataRequest,
  OwnMail,
} from '#contracts/people';
import { CallerOf, type Caller, NeedsProof } from '../kernel/session/caller.js';
import { cookieOf } from '../kernel/session/token.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { ErasingService } from './erasing.service.js';
import { OwnDataService } from './own-data.service.js';
import { OwnMailService } from './own-mail.service.js';

@ApiTags('session')
@Controller('api/v1/own-data')
export class OwnDataController {
  constructor(
    private readonly data: OwnDataService,
    private readonly mails: OwnMailService,
    private readonly erasing: ErasingService,
  ) {}

  @Refuses('person-unknown')
  @Get()
  @Header('content-disposition', 'attachment; filename="relais.json"')
  @Answers(OwnData, 'Everything that is kept about the caller as a person')
  read(@CallerOf() caller: Caller): Promise<OwnData> {
    return this.data.read(caller);
  }

  @Put()
  @AnswersNothing('Corrects the caller’s name and language')
  correct(@CallerOf() caller: Caller, @Body({ schema: OwnDataRequest }) body: OwnDataRequest): Promise<void> {
    return this.data.correct(caller, body);
  }

  @Refuses('person-unknown')
  @Get('erasure')
  @Answers(ErasureOutlook, 'What stands in the way of erasing the caller, and who else may change that')
  lookAtErasure(@CallerOf() { viewer }: Caller): Promise<ErasureOutlook> {
    return this.erasing.look(viewer.personId);
  }

  @NeedsProof('sign-in')
  @Refuses('not-yourself', 'person-unknown', 'erase-last-administrator', 'last-coordinator', 'erase-work-open')
  @Post('erasure')
  @AnswersNothing('Erases the caller, of whom nothing stays but an id that names nobody; or keeps that they ask for it')
  async erase(
    @Body({ schema: ErasureRequest }) body: ErasureRequest,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (await this.erasing.eraseSelf(body, caller)) {
      response.setHeader('set-cookie', cookieOf(''));
    }
  }

  @Get('mail')
  @Answers(OwnMail, 'Where Relais writes to the caller')
  readMail(@CallerOf() caller: Caller): Promise<OwnMail> {
    return this.mails.read(caller);
  }

  @NeedsProof('sign-in')
  @Refuses('mail-same', 'too-many-codes', 'code-not-sent')
  @Post('mail')
  @HttpCode(200)
  @Answers(CodeAttempt, 'Sends a code to the address that the caller is to have; whose it is already is not told')
  beginMail(
    @Body({ schema: MailChangeRequest }) body: MailChangeRequest,
    @CallerOf() caller: Caller,
  ): Promise<CodeAttempt> {
    return this.mails.begin(body, caller);
  }

  @Refuses('mail-code-refused', 'mail-anothers')
  @Put('mail')
  @AnswersNothing('Takes the code that was sent there: the address is the caller’s, and the one of before is told')
  confirmMail(@Body({ schema: MailChangeCode }) body: MailChangeCode, @CallerOf() caller: Caller): Promise<void> {
    return this.mails.confirm(body, caller);
  }
}
