import { Injectable } from '@nestjs/common';
import type { OwnData, OwnDataRequest, TrailEntry } from '#contracts/people';
import { AuditTrail, PasskeyRepository, PersonRepository, SessionRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';

const page = 200;

/** What is kept about a person, for the person. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** All of it, and that it was read. */
  async read({ viewer: { personId } }: Caller): Promise<OwnData> {
    await this.trail.append({ personId, action: 'own-data-read', about: ['person', personId] });
    const kept = await this.persons.find(personId);
    if (kept === undefined) {
      throw new Problem('not-found');
    }
    return {
      ...kept,
      memberships: await this.sessions.findMemberships(personId),
      passkeys: await this.passkeys.findOwn(personId),
      sessions: await this.sessions.findOwn(personId),
      trail: await this.wholeTrail(personId),
    };
  }

  async correct({ viewer: { personId } }: Caller, request: OwnDataRequest): Promise<void> {
    await this.persons.correct(personId, request);
  }

  private async wholeTrail(personId: string): Promise<TrailEntry[]> {
    const all: TrailEntry[] = [];
    for (let more = true; more;) {
      const next = await this.trail.findOwn(personId, { before: all.at(-1)?.entry, limit: page });
      all.push(...next);
      more = next.length === page;
    }
    return all;
  }
}
