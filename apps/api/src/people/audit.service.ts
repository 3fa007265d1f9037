import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { OwnTrailQuery, TrailCheck, TrailEntry } from '#contracts/people';
import { auditMonths } from '#domain/people';
import { type AuditFilter, AuditTrail } from '#persistence/people';
import { Exports } from '../kernel/exports.js';
import type { Caller } from '../kernel/session/caller.js';

const page = 1_000;

/** Who saw or did what: for administrators of everybody, for everybody of themselves. */
@Injectable()
export class AuditService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly exports: Exports,
  ) {}

  find(filter: AuditFilter): Promise<TrailEntry[]> {
    return this.trail.find(filter);
  }

  findOwn({ viewer: { personId } }: Caller, query: OwnTrailQuery): Promise<TrailEntry[]> {
    return this.trail.findOwn(personId, query);
  }

  async check(): Promise<TrailCheck> {
    return { ...(await this.trail.check()), keptMonths: auditMonths };
  }

  /** Writes the whole trail with its hashes, an entry a line; that somebody took it is the last of them. */
  async export({ viewer: { personId } }: Caller, response: Response): Promise<void> {
    await this.exports.allow();
    await this.trail.append({ personId, action: 'audit-exported', about: ['installation', 'audit'] });
    response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="audit.ndjson"');
    await pipeline(Readable.from(this.lines()), response);
  }

  private async *lines(): AsyncGenerator<string> {
    for (let after = 0, more = true; more;) {
      const links = await this.trail.findLinks(after, page);
      yield links.map((link) => `${JSON.stringify(link)}\n`).join('');
      after = links.at(-1)?.entry ?? after;
      more = links.length === page;
    }
  }
}
