import { describe, expect, it } from '@jest/globals';
import type { Session } from '#contracts/people';
import { createRegistry, Gauge } from '#runtime';
import { holderOf, sessionsOf } from '#test/holders';
import { Audience, type Holder } from './audience.js';

const noon = Date.parse('2026-06-01T12:00:00.000Z');

/** An audience of one client for each session, what became of them, and who was asked about. */
function audienceOf(holders: readonly Holder[], standing: (session: string) => Session | undefined) {
  const asked: string[] = [];
  const ended: string[] = [];
  const faults: unknown[] = [];
  const gauge = new Gauge({ name: 'clients', help: 'clients', registers: [createRegistry()] });
  const sessions = sessionsOf((session) => (asked.push(session), standing(session)));
  const audience = new Audience(sessions, gauge, (error) => void faults.push(error));
  for (const holder of holders) {
    audience.add({ holder, renew: () => undefined, end: () => void ended.push(holder.session) });
  }
  return { audience, asked, ended, faults };
}

describe('the streams that are open', () => {
  it('are asked about one person alone when their rights have changed', async () => {
    const { audience, asked, ended } = audienceOf([holderOf('mine', []), holderOf('others', [])], () => undefined);
    await audience.recheck('of-mine');
    expect([asked, ended, audience.size]).toEqual([['mine'], ['mine'], 1]);
  });

  it('are asked about once their time is over, and not before', async () => {
    const ends = holderOf('ends', [], { until: new Date(noon).toISOString() });
    const { audience, asked, ended } = audienceOf([ends, holderOf('stays', [])], () => undefined);
    await audience.recheckDue(noon - 1);
    expect(asked).toEqual([]);
    await audience.recheckDue(noon);
    expect([asked, ended]).toEqual([['ends'], ['ends']]);
  });

  it('are asked about once an absence begins or ends that changes their rights, and not before', async () => {
    const turns = holderOf('turns', [], { changesAt: new Date(noon).toISOString() });
    const { audience, asked } = audienceOf([turns, holderOf('stays', [])], () => undefined);
    await audience.recheckDue(noon - 1);
    expect(asked).toEqual([]);
    await audience.recheckDue(noon);
    expect(asked).toEqual(['turns']);
  });

  it('stay open while nobody can be asked, which is told', async () => {
    const { audience, ended, faults } = audienceOf([holderOf('mine', [])], () => {
      throw new Error('PostgreSQL is away');
    });
    await audience.recheck();
    expect([ended, faults.map(String), audience.size]).toEqual([[], ['Error: PostgreSQL is away'], 1]);
  });
});
