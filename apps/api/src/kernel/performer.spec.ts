import { describe, expect, it } from '@jest/globals';
import type { Database, Sql } from '#persistence/kernel';
import { serviceSubject } from '#persistence/directory';
import type { ToldDeadline } from '#temporal';
import { actorOf, services } from '#test/builders';
import { Performer } from './performer.js';

const { serviceId: id, organisationId } = services.mediator;
const at = '2026-03-02T09:00:00.000Z';
const command = { type: 'confirm-capacity', capacity: 'full' } as const;
const viewer = actorOf(services.mediator);

/** A database with one service; every statement finds it. */
const sql: Sql = {
  query: async <Row>() => [{ id, state: { ...serviceSubject.decider.initial, organisationId } }] as Row[],
};
const database: Pick<Database, 'transaction'> = { transaction: (work) => work(sql) };

/** A performer, with what its clocks were told and what it complained of. */
function performer(away = false) {
  const told: ToldDeadline[] = [];
  const warned: unknown[] = [];
  const tell = async (one: ToldDeadline) => {
    if (away) {
      throw new Error('Temporal is away');
    }
    told.push(one);
  };
  const logger = { warn: (...words: unknown[]) => void warned.push(words) };
  return { told, warned, performer: new Performer({ database, clocks: { tell }, logger }) };
}

describe('a command to a subject with a clock', () => {
  it('is told to the clock once it is done', async () => {
    const { told, performer: one } = performer();
    await one.perform(serviceSubject, { id, command, viewer, at });
    expect(told).toEqual([{ stream: 'directory', id, sequence: 1, due: '2026-04-01T09:00:00.000Z' }]);
  });

  it('is not told when it was refused, nor of a subject without clocks', async () => {
    const { told, performer: one } = performer();
    await one.perform(serviceSubject, { id, command, viewer: actorOf(services.coach), at });
    const { nextDeadline: _none, ...decider } = serviceSubject.decider;
    await one.perform({ ...serviceSubject, decider }, { id, command, viewer, at });
    expect(told).toEqual([]);
  });

  it('is done though Temporal is away', async () => {
    const { warned, performer: one } = performer(true);
    expect(await one.perform(serviceSubject, { id, command, viewer, at })).toMatchObject({ done: { sequence: 1 } });
    expect(warned).toHaveLength(1);
  });
});
