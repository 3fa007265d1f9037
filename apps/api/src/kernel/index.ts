import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Database, FeedRepository } from '#persistence/kernel';
import { SessionRepository } from '#persistence/people';
import { Aside, Gauge } from '#runtime';
import { CaseClient } from '#temporal';
import { Exports } from './exports.js';
import { LiveController } from './live/live.controller.js';
import { LiveHub } from './live/live-hub.js';
import { LiveService } from './live/live.service.js';
import { sealedPositions } from './live/positions.js';
import { Afterwards } from './afterwards.js';
import { Post } from './mail/post.js';
import { postOf } from './mail/post-of.js';
import { type AppParts, fromParts, repositories, type Subject } from './parts.js';
import { Performer } from './performer.js';
import { OriginGuard } from './session/origin.guard.js';
import { RightGuard } from './session/right.guard.js';
import { SessionGuard } from './session/session.guard.js';
import { AccessibilityController } from './system/accessibility.controller.js';
import { EdgeInterceptor } from './system/edge.interceptor.js';
import { HealthController, Vitals } from './system/health.controller.js';
import { Installation } from './system/installation.js';
import { webBuild } from './system/web.js';

function hubOf({ database, logger, notesKey, registry }: AppParts): LiveHub {
  const clients = new Gauge({
    name: 'relais_live_clients',
    help: 'Open event streams of this process',
    registers: [registry],
  });
  return new LiveHub(
    {
      feed: new FeedRepository(database),
      sessions: new SessionRepository(database),
      positions: sealedPositions(notesKey),
      build: webBuild(),
    },
    { logger, clients },
  );
}

/** What all subjects share: who asks, what the process is, and what is told live. */
export const kernel: Subject = {
  controllers: [AccessibilityController, HealthController, LiveController],
  providers: [
    { provide: APP_GUARD, useClass: OriginGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RightGuard },
    { provide: APP_INTERCEPTOR, useClass: EdgeInterceptor },
    fromParts(Database, ({ database }) => database, [DataSource]),
    ...repositories(FeedRepository),
    fromParts(Aside, ({ aside }) => aside),
    fromParts(CaseClient, ({ client }) => client),
    fromParts(Performer, ({ database, clocks, logger }) => new Performer({ database, clocks, logger })),
    fromParts(Installation, ({ installation }) => installation),
    fromParts(LiveHub, hubOf),
    fromParts(Afterwards, ({ logger }) => new Afterwards(logger)),
    fromParts(Post, postOf),
    fromParts(Vitals, ({ checks, registry }) => new Vitals(checks, registry)),
    Exports,
    LiveService,
  ],
};
