import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  EventCount,
  EventDetail,
  EventFilter,
  EventPage,
  EventQuery,
  Freshness,
  Stream,
  TailQuery,
} from '#contracts/analysis';
import { CallerOf, type Caller, Unattended } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersEvents, Refuses } from '../kernel/system/answers.js';
import { TakesPlace } from '../kernel/system/takes.js';
import { EventService } from './event.service.js';
import { FreshnessService } from './freshness.service.js';
import { TailService } from './tail.service.js';

const Subject = z.string().min(1).max(100);
const Sequence = z.coerce.number().int().min(1).max(2_147_483_647);

@ApiTags('analysis')
@Needs('analyse')
@Controller('api/v1/analysis')
export class EventController {
  constructor(
    private readonly events: EventService,
    private readonly tails: TailService,
    private readonly freshness: FreshnessService,
  ) {}

  @Refuses('events-too-slow', 'too-many-waiting')
  @Get('events')
  @Answers(EventPage, 'Coded events, newest first')
  list(@CallerOf() caller: Caller, @Query({ schema: EventQuery }) query: EventQuery): Promise<EventPage> {
    return this.events.list(caller, query);
  }

  @Refuses('events-too-slow', 'too-many-waiting')
  @Get('events/count')
  @Answers(EventCount, 'How many events a filter finds')
  count(@CallerOf() caller: Caller, @Query({ schema: EventFilter }) filter: EventFilter): Promise<EventCount> {
    return this.events.count(caller, filter);
  }

  @Refuses('events-too-slow', 'too-many-waiting')
  @Get('events/tail')
  @TakesPlace()
  @Unattended()
  @AnswersEvents('Server-sent events: what comes into the archive; resumes after Last-Event-ID')
  tail(
    @CallerOf() caller: Caller,
    @Query({ schema: TailQuery }) query: TailQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.tails.open(caller, query, request.headers['last-event-id'], response);
  }

  @Get('freshness')
  @Answers(Freshness, 'How far everything is behind what happened')
  fresh(): Promise<Freshness> {
    return this.freshness.read();
  }

  @Refuses('not-found', 'events-too-slow')
  @Get('events/:stream/:subject/:sequence')
  @Answers(EventDetail, 'One event, and what happened around it')
  read(
    @CallerOf() caller: Caller,
    @Param('stream', { schema: Stream }) stream: Stream,
    @Param('subject', { schema: Subject }) subject: string,
    @Param('sequence', { schema: Sequence }) sequence: number,
  ): Promise<EventDetail> {
    return this.events.read(caller, { stream, subject, sequence });
  }
}
