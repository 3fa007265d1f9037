import { describe, expect, it } from '@jest/globals';
import type { EventQuery } from '#contracts/analysis';
import type { ArchiveEventRepository, AuditRepository } from '#persistence/analysis';
import type { Caller } from '../kernel/session/caller.js';
import { EventService } from './event.service.js';
import { SearchTurns } from './search-turns.js';

const callerOf = (personId: string) => ({ viewer: { personId } }) as Caller;
const query = { limit: 100 } as EventQuery;

describe('searches of events', () => {
  it('of one person take no place of another, and are refused when too many wait', async () => {
    const running: (() => void)[] = [];
    const events: Pick<ArchiveEventRepository, 'findPage'> = {
      findPage: () => new Promise((resolve) => running.push(() => resolve({ events: [], next: null }))),
    };
    const audit: Pick<AuditRepository, 'record'> = { record: async () => 1 };
    const service = new EventService(events as ArchiveEventRepository, audit as AuditRepository, new SearchTurns());
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const asked = Array.from({ length: 22 }, () => service.list(callerOf('anna'), query));
    await settled();
    expect(running).toHaveLength(2);
    await expect(service.list(callerOf('anna'), query)).rejects.toMatchObject({ code: 'too-many-waiting' });
    const other = service.list(callerOf('sofie'), query);
    await settled();
    expect(running).toHaveLength(3);
    running[2]?.();
    expect(await other).toEqual({ events: [], next: null });
    for (let place = 0; place < 23; place += 1) {
      running[place]?.();
      await settled();
    }
    expect(await Promise.all(asked)).toHaveLength(22);
  });
});
