import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CallerOf, type Caller, Unattended } from '../session/caller.js';
import { AnswersEvents } from '../system/answers.js';
import { TakesPlace } from '../system/takes.js';
import { LiveService } from './live.service.js';

@ApiTags('live')
@Controller('api/v1/stream')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Unattended()
  @TakesPlace()
  @AnswersEvents('Server-sent events: what changes for the caller; resumes after Last-Event-ID')
  open(@CallerOf() caller: Caller, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.live.open(caller, request.headers['last-event-id'], response);
  }
}
