import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Member } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { UnusedMembershipRepository } from '#persistence/people';
import { type Client, signIn } from '../../support/http.js';
import { auditOf, newcomer } from '../../support/invited.js';
import { memberOf, membershipOf } from '../../support/member-routes.js';
import type { System } from '../../support/system.js';

let apiUrl: string;
let source: DataSource;
let beci: Client;
let administrator: Client;

/** Memberships under which nobody signs in any more. */
export function unused(system: () => System): void {
  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    beci = await signIn(apiUrl, 'admin-beci');
    administrator = await signIn(apiUrl, 'admin-hub');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  describe('a membership that nobody uses', () => {
    const change = (id: string, set: string) =>
      source.query(`UPDATE relais.membership_use SET ${set} WHERE membership_id = $1`, [id]);

    it('is asked about after six months, and ends thirty days later unless somebody answers', async () => {
      const sweep = new UnusedMembershipRepository(new Database(source));
      const [kept, silent, back] = [
        await newcomer({ source, inviter: beci }),
        await newcomer({ source, inviter: beci }),
        await newcomer({ source, inviter: beci }),
      ];
      const all = [kept, silent, back];
      await sweep.ask();
      expect((await memberOf(beci, silent.id))?.unusedUntil).toBeNull();
      for (const { id } of all) {
        await change(id, `used_at = now() - interval '6 months 1 day'`);
      }
      await sweep.ask();
      const asked = await memberOf(beci, silent.id);
      expect(Math.round((Date.parse(asked?.unusedUntil ?? '') - Date.now()) / 86_400_000)).toBe(30);
      expect((await beci.post<Member>(`/members/${kept.id}/keep`, {})).body.unusedUntil).toBeNull();
      expect((await signIn(apiUrl, back.personId)).cookie).not.toBe('');
      expect((await memberOf(beci, back.id))?.unusedUntil).toBeNull();
      await sweep.end();
      expect((await memberOf(beci, silent.id))?.membership.until).toBeNull();
      await source.query(
        `UPDATE relais.membership_use SET asked_at = asked_at - interval '31 days' WHERE membership_id = ANY ($1)`,
        [all.map(({ id }) => id)],
      );
      await sweep.end();
      const untils = await Promise.all(
        all.map(async ({ id }) => (await memberOf(beci, id))?.membership.until !== null),
      );
      expect(untils).toEqual([false, true, false]);
      expect((await silent.client.get('/session')).problem.code).toBe('signed-out');
      expect(await auditOf(source, `membership:${silent.id}`)).toEqual([
        [null, 'membership-asked-about', null],
        [null, 'membership-ended', 'unused'],
      ]);
      expect(await auditOf(source, `membership:${kept.id}`)).toContainEqual(['admin-beci', 'membership-kept', null]);
    });

    it('stays when nobody else would manage its organisation', async () => {
      const own = await membershipOf(administrator, 'admin-beci');
      await change(own, `asked_at = now() - interval '31 days'`);
      await new UnusedMembershipRepository(new Database(source)).end();
      expect((await memberOf(administrator, own))?.membership.until).toBeNull();
      await change(own, 'asked_at = NULL');
    });
  });
}
