import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnalysisSettings, AuditEntry, AuditQuery, Saved, SavedRequest } from '#contracts/analysis';
import { mayDo } from '#domain/people';
import { AnalysisRepository, AuditRepository, SavedRepository, type StoredSaved } from '#persistence/analysis';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { recorded, refuseOthers } from './recording.js';

/** What analysts keep, what they did, and what the installation lets them do. */
@Injectable()
export class DeskService {
  constructor(
    private readonly savedOnes: SavedRepository,
    private readonly analysis: AnalysisRepository,
    private readonly audit: AuditRepository,
  ) {}

  async listSaved(caller: Caller, kind: SavedRequest['content']['kind']): Promise<Saved[]> {
    refuseOthers(caller);
    return (await this.savedOnes.findFor(caller.viewer.personId, kind)).map((one) => seenBy(caller, one));
  }

  /** Its address opens it for any analyst, shared or not. */
  async readSaved(caller: Caller, savedId: string): Promise<Saved> {
    refuseOthers(caller);
    return seenBy(caller, await this.getSaved(savedId));
  }

  async addSaved(caller: Caller, request: SavedRequest): Promise<Saved> {
    refuseOthers(caller);
    const savedId = randomUUID();
    await this.savedOnes.store(savedId, caller.viewer.personId, request);
    return this.readSaved(caller, savedId);
  }

  async changeSaved(caller: Caller, savedId: string, request: SavedRequest): Promise<Saved> {
    await this.getOwn(caller, savedId);
    await this.savedOnes.store(savedId, caller.viewer.personId, request);
    return this.readSaved(caller, savedId);
  }

  async removeSaved(caller: Caller, savedId: string): Promise<void> {
    await this.getOwn(caller, savedId);
    await this.savedOnes.remove(savedId);
  }

  /** The caller's own queries. */
  async history(caller: Caller, query: AuditQuery): Promise<AuditEntry[]> {
    refuseOthers(caller);
    return this.analysis.findAudit({ ...query, kind: 'query', personId: caller.viewer.personId });
  }

  async readAudit(caller: Caller, query: AuditQuery): Promise<AuditEntry[]> {
    refuseUnlessAuditor(caller);
    return this.analysis.findAudit(query);
  }

  async settings({ viewer }: Caller): Promise<AnalysisSettings> {
    if (!mayDo(viewer, 'analyse') && !mayDo(viewer, 'audit-analysis')) {
      throw new Problem('forbidden');
    }
    return this.analysis.readSettings();
  }

  async changeSettings(caller: Caller, settings: AnalysisSettings): Promise<AnalysisSettings> {
    refuseUnlessAuditor(caller);
    return recorded(this.audit, caller, {
      kind: 'settings',
      subject: JSON.stringify(settings),
      work: async () => {
        await this.analysis.saveSettings(settings, caller.viewer.personId);
        return settings;
      },
      rowsOf: () => 0,
    });
  }

  private async getSaved(savedId: string): Promise<StoredSaved> {
    const found = await this.savedOnes.find(savedId);
    if (found === undefined) {
      throw new Problem('not-found');
    }
    return found;
  }

  private async getOwn(caller: Caller, savedId: string): Promise<void> {
    refuseOthers(caller);
    if ((await this.getSaved(savedId)).owner !== caller.viewer.personId) {
      throw new Problem('not-yours');
    }
  }
}

function seenBy({ viewer }: Caller, one: StoredSaved): Saved {
  return { ...one, own: one.owner === viewer.personId };
}

function refuseUnlessAuditor({ viewer }: Caller): void {
  if (!mayDo(viewer, 'audit-analysis')) {
    throw new Problem('forbidden');
  }
}
