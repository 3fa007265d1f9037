import { describe, expect, it } from '@jest/globals';
import { createLogger, recentFaults } from './logger.js';
import { RecentFaults } from './recent-faults.js';

const line = (level: string, msg: string, more: object = {}) => JSON.stringify({ level, msg, ...more });

describe('recent faults', () => {
  it('keeps warnings and errors, the same one once with its count, newest first', () => {
    let now = 0;
    const faults = new RecentFaults(() => now);
    faults.note(line('warn', 'publishing failed', { err: { message: 'no broker', code: 'ECONNREFUSED' } }));
    now = 4_000;
    faults.note(line('error', 'unexpected error'));
    faults.note(line('info', 'serving'));
    now = 6_000;
    faults.note(line('warn', 'publishing failed', { err: { message: 'no broker', code: 'ECONNREFUSED' } }));
    now = 7_000;
    expect(faults.list()).toEqual([
      {
        level: 'warn',
        message: 'publishing failed',
        detail: 'ECONNREFUSED: no broker',
        where: null,
        reference: null,
        count: 2,
        firstAge: 7,
        lastAge: 1,
        quarter: 2,
        hour: 2,
        hourBefore: 0,
      },
      {
        level: 'error',
        message: 'unexpected error',
        detail: null,
        where: null,
        reference: null,
        count: 1,
        firstAge: 3,
        lastAge: 3,
        quarter: 1,
        hour: 1,
        hourBefore: 0,
      },
    ]);
    expect(faults.totals()).toEqual({ warn: 2, error: 1, fatal: 0 });
  });

  it('tells which route failed and under which reference the last one was answered, each route by itself', () => {
    const faults = new RecentFaults(() => 0);
    const asked = (route: string, traceId: string) =>
      faults.note(line('error', 'unexpected error', { err: { message: 'broken' }, method: 'GET', route, traceId }));
    asked('/api/v1/cases/:caseId', 'aaaa1111');
    asked('/api/v1/inbox', 'bbbb2222');
    asked('/api/v1/cases/:caseId', 'cccc3333');
    expect(faults.list().map(({ where, reference, count }) => [where, reference, count])).toEqual([
      ['GET /api/v1/cases/:caseId', 'cccc3333', 2],
      ['GET /api/v1/inbox', 'bbbb2222', 1],
    ]);
  });

  it('counts the last quarter and hour beside the hour before, and forgets what is older', () => {
    let now = 0;
    const faults = new RecentFaults(() => now);
    const at = (minutes: number, times: number) => {
      now = minutes * 60_000;
      Array.from({ length: times }, () => faults.note(line('error', 'unexpected error')));
    };
    at(0, 7);
    at(100, 3);
    at(150, 2);
    at(190, 4);
    at(200, 1);
    const [told] = faults.list();
    expect([told?.count, told?.quarter, told?.hour, told?.hourBefore]).toEqual([17, 5, 7, 3]);
    now = 300 * 60_000;
    const [later] = faults.list();
    expect([later?.quarter, later?.hour, later?.hourBefore]).toEqual([0, 0, 5]);
  });

  it('says no id, credential, address or value', () => {
    const faults = new RecentFaults();
    const said = [
      'case 3f2b8c1e-6c0a-4a7e-9c51-0d6f1b7a2c3d waits',
      'postgresql://me:secret@host/db is away',
      'jan@example.be and 0475123456',
      'invalid input syntax for type uuid: "Jan Peeters"',
    ];
    said.forEach((message) => faults.note(line('warn', 'failed', { err: { message } })));
    expect(faults.list().map(({ detail }) => detail)).toEqual([
      'invalid input syntax for type uuid: <value>',
      '<address> and <number>',
      'postgresql://<credentials>@host/db is away',
      'case <id> waits',
    ]);
  });

  it('keeps fifty', () => {
    const faults = new RecentFaults();
    for (let n = 0; n < 60; n += 1) {
      faults.note(line('warn', `kind ${n}`));
    }
    expect([faults.list().length, faults.list()[0]?.message, faults.list().at(-1)?.message]).toEqual([
      50,
      'kind 59',
      'kind 10',
    ]);
  });

  it('hears what a logger writes, redacted as in the log', () => {
    const logger = createLogger('test', { write: () => undefined });
    logger.warn({ err: new Error('Kafka is away'), note: 'Jan' }, 'heard by all');
    const heard = recentFaults.list().find(({ message }) => message === 'heard by all');
    expect(heard).toMatchObject({ level: 'warn', detail: 'Kafka is away', count: 1 });
    expect(JSON.stringify(recentFaults.list())).not.toContain('Jan');
  });
});
