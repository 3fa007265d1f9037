import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRequestInput } from '#contracts/case';
import { createDataSource } from '#persistence/kernel';
import type { Client } from '../../support/http.js';
import { signIn } from '../../support/http.js';
import { type EventStream, openStream } from '../../support/event-stream.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';

let stack: Stack;
let amelie: Client;
let brigitte: Client;
let mark: Client;
let sofie: Client;
const streams: EventStream[] = [];

/** What the live stream tells, and to whom; ends with another API process. */
export function stream(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    brigitte = await signIn(stack.apiUrl, 'brigitte-bemediation');
    mark = await signIn(stack.apiUrl, 'mark-febelfin');
    sofie = await signIn(stack.apiUrl, 'sofie-hub');
  });

  afterAll(async () => {
    streams.forEach((one) => one.close());
  });

  async function follow(client: Client, lastEventId?: string): Promise<EventStream> {
    const stream = await openStream(client, lastEventId);
    streams.push(stream);
    return stream;
  }

  const isOf = (caseId: string, sequence?: number) => (message: EventStream['received'][number]) =>
    message.event === 'case' &&
    message.data.caseId === caseId &&
    (sequence === undefined || message.data.sequence === sequence);

  describe('the live stream', () => {
    it('tells parties of their case, coordinators that figures may have moved, and everybody else nothing', async () => {
      const [hers, sofies, theirs] = [await follow(amelie), await follow(sofie), await follow(mark)];
      const { caseId, case: view } = (await amelie.openCase()).body;
      const message = await hers.next(isOf(caseId), 'the lead is told of the case');
      expect(message.data).toEqual({ caseId, code: view.code, sequence: 1, type: 'relais.case.opened.v1' });
      await sofies.next((one) => one.event === 'monitoring', 'the coordinator is told that figures moved');
      // What is told in the same order shows that nothing came before it.
      await brigitte.put('/directory/services/bemediation-mediation/capacity', { capacity: 'full' });
      await theirs.next((one) => one.event === 'directory', 'the member is told of the directory');
      expect(theirs.received.map((one) => one.event)).toEqual(['directory']);
      expect(hers.received.some((one) => one.event === 'monitoring')).toBe(false);
    });

    it('keeps the order of many changes, live and replayed', async () => {
      const before = await follow(brigitte);
      const from = before.lastId();
      before.close();
      const live = await follow(amelie);
      const { caseId } = (await amelie.openCase()).body;
      for (let count = 0; count < 12; count += 1) {
        await amelie.command(caseId, { type: 'add-note', note: 'Le plan avance.' });
      }
      const inOrder = Array.from({ length: 13 }, (_, index) => index + 1);
      await live.next(isOf(caseId, 13), 'the last change arrived');
      const again = await follow(amelie, from);
      await again.next(isOf(caseId, 13), 'the last change is replayed');
      for (const stream of [live, again]) {
        const ofCase = stream.received.filter(isOf(caseId));
        expect(ofCase.map((one) => one.event === 'case' && one.data.sequence)).toEqual(inOrder);
      }
    });

    it('replays what was missed since the last id, once and in order', async () => {
      const before = await follow(brigitte);
      const from = before.lastId();
      before.close();
      const { caseId } = (await amelie.openCase()).body;
      const refer: CaseRequestInput = { type: 'refer', serviceIds: ['bemediation-mediation'] };
      const { referrals } = (await amelie.command(caseId, refer)).body.case;
      const watching = await follow(amelie);
      await brigitte.command(caseId, { type: 'accept', referralId: referrals[0]?.referralId ?? '' });
      await watching.next(isOf(caseId, 3), 'the acceptance is in the feed');
      const after = await follow(brigitte, from);
      await after.next(isOf(caseId, 3), 'the acceptance is replayed');
      const ownCase = after.received.filter(isOf(caseId));
      expect(ownCase.map((one) => one.event === 'case' && one.data.sequence)).toEqual([2, 3]);
      expect(after.received.some((one) => one.event === 'resync')).toBe(false);
    });

    it.each(['0-0', 'nonsense', '1-999999999', 'f'.repeat(32)])(
      'asks to fetch everything again after the unknown id %s',
      async (id) => {
        const stream = await follow(amelie, id);
        const message = await stream.next((one) => one.event === 'resync', 'resync is told');
        expect(message.id).toMatch(/^[0-9a-f]{32}$/);
        const resumed = await follow(amelie, message.id);
        expect(resumed.received).toEqual([]);
      },
    );

    it('tells of a capacity that was confirmed', async () => {
      const stream = await follow(mark);
      await brigitte.put('/directory/services/bemediation-mediation/capacity', { capacity: 'waiting-list' });
      const message = await stream.next((one) => one.event === 'directory', 'the directory changed');
      expect(message.data).toEqual({ serviceId: 'bemediation-mediation' });
    });

    it('ends with the session', async () => {
      const client = await signIn(stack.apiUrl, 'tom-ucm');
      const stream = await follow(client);
      await client.delete('/session');
      await stream.ended;
    });

    it('ends with the membership it was opened under', async () => {
      const client = await signIn(stack.apiUrl, 'claire-ucm');
      const stream = await follow(client);
      const source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
      await source.query(
        `UPDATE relais.membership SET valid_from = now() - interval '1 hour', valid_until = now() WHERE person_id = 'claire-ucm'`,
      );
      await source.destroy();
      expect((await client.get('/session')).problem).toMatchObject({ status: 401, code: 'signed-out' });
      await stream.ended;
    });

    it('ends when the process is stopped, which does not wait for its readers', async () => {
      const stream = await follow(amelie);
      await stack.api.kill('SIGTERM');
      await stream.ended;
      expect(stack.api.logs()).toContain('"msg":"stopped"');
      expect(stack.api.logs()).not.toContain('not everything stopped');
      await stack.api.restart();
    });
  });
}
