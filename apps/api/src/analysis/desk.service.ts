import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnalysisSettings, AuditEntry, AuditQuery, HistoryQuery, Saved, SavedRequest } from '#contracts/analysis';
import { AnalysisRepository, AuditRepository, SavedRepository, type StoredSaved } from '#persistence/analysis';
import { refuseIdentifiers } from '../kernel/problems/identifiers.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { recorded } from './recording.js';

/** What analysts keep, what they did, and what the installation lets them do. */
@Injectable()
export class DeskService {
  constructor(
    private readonly savedOnes: SavedRepository,
    private readonly analysis: AnalysisRepository,
    private readonly audit: AuditRepository,
  ) {}

  async listSaved(caller: Caller, kind: SavedRequest['content']['kind']): Promise<Saved[]> {
    return (await this.savedOnes.findFor(caller.viewer.personId, kind)).map((one) => seenBy(caller, one));
  }

  /** Its address opens it for any analyst, shared or not. */
  async readSaved(caller: Caller, savedId: string): Promise<Saved> {
    return seenBy(caller, await this.getSaved(savedId));
  }

  async addSaved(caller: Caller, request: SavedRequest): Promise<Saved> {
    refuseIdentifiers('POST /api/v1/analysis/saved', request);
    const savedId = randomUUID();
    await this.savedOnes.store(savedId, caller.viewer.personId, request);
    return this.readSaved(caller, savedId);
  }

  async changeSaved(caller: Caller, savedId: string, request: SavedRequest): Promise<Saved> {
    await this.getOwn(caller, savedId);
    refuseIdentifiers('PUT /api/v1/analysis/saved/{savedId}', request);
    await this.savedOnes.store(savedId, caller.viewer.personId, request);
    return this.readSaved(caller, savedId);
  }

  async removeSaved(caller: Caller, savedId: string): Promise<void> {
    await this.getOwn(caller, savedId);
    await this.savedOnes.remove(savedId);
  }

  /** The caller's own queries. */
  async history(caller: Caller, query: HistoryQuery): Promise<AuditEntry[]> {
    return this.analysis.findAudit({ ...query, kind: 'query', personId: caller.viewer.personId });
  }

  async readAudit(query: AuditQuery): Promise<AuditEntry[]> {
    return this.analysis.findAudit(query);
  }

  async settings(): Promise<AnalysisSettings> {
    return this.analysis.readSettings();
  }

  async changeSettings(caller: Caller, settings: AnalysisSettings): Promise<AnalysisSettings> {
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
    if ((await this.getSaved(savedId)).owner !== caller.viewer.personId) {
      throw new Problem('not-yours');
    }
  }
}

function seenBy({ viewer }: Caller, one: StoredSaved): Saved {
  return { ...one, own: one.owner === viewer.personId };
}
