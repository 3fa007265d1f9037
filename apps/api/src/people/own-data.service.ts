import { Injectable } from '@nestjs/common';
import type { OwnData, OwnDataRequest, TrailEntry } from '#contracts/people';
import {
  type AuditFact,
  AuditTrail,
  OwnRowsRepository,
  PasskeyRepository,
  PersonRepository,
  SessionRepository,
} from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';

const page = 200;

/** Who reads, as the trail tells it. */
type Reading = Pick<AuditFact, 'personId' | 'action'>;

/** What is kept about a person, for the person. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly rows: OwnRowsRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** All of it, and that it was read. */
  async read({ viewer: { personId } }: Caller): Promise<OwnData> {
    return this.readOf(personId, { personId, action: 'own-data-read' });
  }

  /** The same for an administrator, who answers somebody's question. */
  async readFor(personId: string, by: string): Promise<OwnData> {
    return this.readOf(personId, { personId: by, action: 'person-data-read' });
  }

  async correct({ viewer: { personId } }: Caller, request: OwnDataRequest): Promise<void> {
    await this.persons.correct(personId, request);
  }

  private async readOf(personId: string, reading: Reading): Promise<OwnData> {
    const kept = await this.persons.find(personId);
    if (kept === undefined) {
      throw new Problem('person-unknown');
    }
    await this.trail.append({ ...reading, about: ['person', personId] });
    return {
      ...kept,
      memberships: await this.sessions.findMemberships(personId),
      passkeys: await this.passkeys.findOwn(personId),
      sessions: await this.sessions.findOwn(personId),
      absences: await this.rows.findAbsences(personId),
      rows: await this.rows.find(personId),
      trail: await this.wholeTrail(personId),
    };
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
