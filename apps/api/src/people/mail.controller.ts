import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailView } from '#contracts/people';
import { type Caller, CallerOf } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { MailService } from './mail.service.js';

@ApiTags('mail')
@Needs('test-mail')
@Controller('api/v1/mail')
export class MailController {
  constructor(private readonly mail: MailService) {}

  @Get()
  @Answers(MailView, 'How mails leave this installation, and when one last did or did not')
  read(): Promise<MailView> {
    return this.mail.read();
  }

  @Refuses('mail-missing', 'mail-not-sent')
  @Post('test')
  @HttpCode(200)
  @Answers(MailView, 'Sends a letter to the caller, who sees whether it arrives')
  test(@CallerOf() caller: Caller): Promise<MailView> {
    return this.mail.test(caller);
  }
}
