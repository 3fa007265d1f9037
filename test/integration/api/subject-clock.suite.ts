import { Client as TemporalClient, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '#contracts/directory';
import { createDataSource, Database } from '#persistence/kernel';
import { subjectClockWorkflowId } from '#workflows';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

const id = 'bemediation-mediation';
const thirtyDays = 30 * 86_400_000;
const lapsed = 'relais.directory.capacity-lapsed.v1';

let stack: Stack;
let database: Database;
let brigitte: Client;
let connection: Connection;

/** The clock of a service nobody has confirmed before, while its worker is killed. */
export function subjectClock(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 3 }));
    brigitte = await signIn(stack.apiUrl, 'brigitte-bemediation');
    connection = await Connection.connect({ address: process.env['TEST_TEMPORAL_ADDRESS'] ?? '' });
  });
  afterAll(async () => {
    await connection?.close();
    await database?.stop();
  });

  const clock = () =>
    new TemporalClient({ connection }).workflow.getHandle(
      subjectClockWorkflowId(stack.taskQueue, { stream: 'directory', id }),
    );
  const clockIs = (status: string) =>
    until(async () => (await clock().describe()).status.name === status, `the clock is ${status}`);

  async function confirm(): Promise<number> {
    return (await brigitte.put(`/directory/services/${id}/capacity`, { capacity: 'full' })).status;
  }

  /** Makes the last confirmation so old that it lapses after so many milliseconds; answers when it was. */
  async function lapseIn(milliseconds: number): Promise<string> {
    const at = new Date(Date.now() - thirtyDays + milliseconds).toISOString();
    await database.query(
      `UPDATE relais.subject SET state = state || jsonb_build_object('capacityConfirmedAt', $2::text)
        WHERE stream = 'directory' AND id = $1`,
      [id, at],
    );
    await database.query('UPDATE relais.service SET capacity_confirmed_at = $2 WHERE service_id = $1', [id, at]);
    return at;
  }

  /** Sequences of the lapses that went out. */
  async function lapses(): Promise<number[]> {
    const rows = await database.query<{ sequence: number }>(
      `SELECT (event->>'sequence')::int AS sequence FROM relais.outbox
        WHERE key = $1 AND event->>'type' = $2 ORDER BY position`,
      [id, lapsed],
    );
    return rows.map(({ sequence }) => sequence);
  }

  async function shown(): Promise<Service | undefined> {
    const { body } = await brigitte.get<Service[]>('/directory/services');
    return body.find(({ serviceId }) => serviceId === id);
  }

  /** Holds the service, so that its tick has to wait; the answer lets go. */
  async function held(): Promise<() => Promise<void>> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let ended: Promise<void> = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      ended = database.transaction(async (sql) => {
        await sql.query(`SELECT 1 FROM relais.subject WHERE stream = 'directory' AND id = $1 FOR UPDATE`, [id]);
        resolve();
        await released;
      });
      ended.catch(reject);
    });
    return async () => {
      release();
      await ended;
    };
  }

  async function workerWaits(): Promise<boolean> {
    const rows = await database.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'relais-worker' AND wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  }

  describe('the clock of a service', () => {
    it('is started by a confirmation', async () => {
      expect(await confirm()).toBe(200);
      await clockIs('RUNNING');
    });

    it('lets the capacity lapse once, though its worker is killed in the middle, and the directory shows what it showed', async () => {
      await stack.worker.kill('SIGKILL');
      const confirmedAt = await lapseIn(-1_000);
      const before = await shown();
      expect(before).toMatchObject({ capacity: 'unknown', capacityConfirmedAt: confirmedAt });
      const release = await held();
      await stack.worker.restart();
      await until(workerWaits, 'the tick waits for the service');
      await stack.worker.kill('SIGKILL');
      await release();
      await stack.worker.restart();
      await clockIs('COMPLETED');
      expect(await lapses()).toEqual([2]);
      expect(await shown()).toEqual(before);
      await until(async () => {
        const rows = await database.query('SELECT 1 FROM projection.feed WHERE subject = $1 AND type = $2', [
          id,
          lapsed,
        ]);
        return rows.length === 1;
      }, 'the lapse is told');
    });

    it('that was lost is started again when a worker starts', async () => {
      expect(await confirm()).toBe(200);
      await clockIs('RUNNING');
      await clock().terminate();
      await lapseIn(3_000);
      await stack.worker.kill('SIGKILL');
      await stack.worker.restart();
      await until(async () => (await lapses()).length === 2, 'the capacity lapses');
      expect(await lapses()).toEqual([2, 4]);
      expect((await shown())?.capacity).toBe('unknown');
    });
  });
}
