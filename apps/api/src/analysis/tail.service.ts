import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { TailQuery } from '#contracts/analysis';
import { AuditRepository } from '#persistence/analysis';
import { whenGone } from '../kernel/live/gone.js';
import { badPlace } from '../kernel/problems/bad-input.js';
import { problemOf } from '../kernel/problems/problem.filter.js';
import type { Caller } from '../kernel/session/caller.js';
import { textOfFilter } from './filter-text.js';
import { SearchTurns } from './search-turns.js';
import { TailClient } from './tail-client.js';
import { TailHub } from './tail-hub.js';

/** Opens tails of the archive; each is written down when it begins and when it ends. */
@Injectable()
export class TailService {
  constructor(
    private readonly hub: TailHub,
    private readonly audit: AuditRepository,
    private readonly turns: SearchTurns,
  ) {}

  /** Keeps the answer open and sends what comes in until either side ends it. */
  async open(
    caller: Caller,
    { after, ...filter }: TailQuery,
    lastEventId: string | string[] | undefined,
    response: Response,
  ): Promise<void> {
    const from = lastEventId === undefined ? after : positionIn(lastEventId);
    const begun = performance.now();
    const auditId = await this.audit.record({
      personId: caller.viewer.personId,
      kind: 'tail',
      subject: textOfFilter(filter),
      rows: null,
      outcome: 'started',
      milliseconds: 0,
    });
    const client = new TailClient(caller, filter, response);
    const complete = (outcome: string) =>
      this.audit.complete(auditId, { rows: client.sent, outcome, milliseconds: performance.now() - begun });
    try {
      // It begins with a search for what was missed.
      await this.turns.hold({ person: caller.viewer.personId, long: false }, () => this.hub.add(client, from));
    } catch (error) {
      await complete(problemOf(error)?.code ?? 'failed');
      throw error;
    }
    whenGone(response, () => {
      this.hub.remove(client);
      complete('done').catch((error: unknown) => this.hub.complain(error));
    });
  }
}

/** A position that we gave out as the id of a message. */
function positionIn(id: string | string[]): number {
  const position = Number(id);
  if (typeof id !== 'string' || !/^\d{1,10}$/.test(id) || position > 2_147_483_647) {
    throw badPlace('Last-Event-ID', {
      fr: 'cet identifiant ne vient pas de ce flux : commencez sans lui',
      nl: 'dit kenmerk komt niet uit deze stroom: begin zonder',
      en: 'this id does not come from this stream: begin without it',
    });
  }
  return position;
}
