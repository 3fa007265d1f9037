import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Session, TrailCheck, TrailEntry } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { AuditTrail } from '#persistence/people';
import { ask, type Client, signIn } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** What is known of who saw or did what. */
export function audit(system: () => System): void {
  let apiUrl: string;
  let source: DataSource;
  let administrator: Client;
  let lead: Client;

  beforeAll(async () => {
    const { stack } = system();
    ({ apiUrl } = stack);
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
    administrator = await signIn(apiUrl, 'admin-hub');
    lead = await signIn(apiUrl, 'amelie-beci');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  const about = async (query: string) => (await administrator.get<TrailEntry[]>(`/audit?${query}`)).body;

  describe('the audit trail', () => {
    it('tells who saw and did what in a case, once for each hour and each deed, and nobody who saw nothing', async () => {
      const key = 'audit-opens-once';
      const { caseId } = (await lead.openCase({ note: 'Dettes de loyer.' }, key)).body;
      await lead.openCase({ note: 'Dettes de loyer.' }, key);
      const stranger = await signIn(apiUrl, 'nora-unpass');
      expect((await stranger.get(`/cases/${caseId}`)).status).toBe(404);
      await lead.get(`/cases/${caseId}`);
      await lead.get(`/cases/${caseId}/timeline?before=2`);
      await (await signIn(apiUrl, 'sofie-hub')).get(`/cases/${caseId}?atLeast=1`);
      await lead.command(caseId, { type: 'add-note', note: 'Suite au prochain rendez-vous.' });
      await lead.command(caseId, { type: 'reopen-case', note: 'Suite.' } as never);
      const entries = await about(`caseId=${caseId}`);
      expect(entries.map(({ by, action, detail }) => [by?.personId, action, detail]).toReversed()).toEqual([
        ['amelie-beci', 'case-acted', 'open-case'],
        ['amelie-beci', 'case-seen', null],
        ['sofie-hub', 'case-seen', null],
        ['amelie-beci', 'case-acted', 'add-note'],
      ]);
      expect(JSON.stringify(entries)).not.toMatch(/loyer|rendez-vous/);
    });

    it('tells everybody what it says of them, and of nobody else', async () => {
      const { sessionId, membership, memberships } = (await lead.get<Session>('/session')).body;
      // What others change of somebody is theirs to see.
      expect((await administrator.post(`/members/${membership.membershipId}/keep`, {})).status).toBe(200);
      const theirs = memberships.map(({ membershipId }) => membershipId);
      const own = (await lead.get<TrailEntry[]>('/audit/own?limit=200')).body;
      expect(own.length).toBeGreaterThan(2);
      const isOf = ({ by, about }: TrailEntry) => by?.personId === 'amelie-beci' || theirs.includes(about.id);
      expect(own.every(isOf)).toBe(true);
      expect(own.some(({ by, action }) => by?.personId === 'admin-hub' && action === 'membership-kept')).toBe(true);
      expect(own.some((entry) => entry.action === 'signed-in' && entry.about.id === sessionId)).toBe(true);
      expect((await lead.get('/audit/own?personId=sofie-hub')).problem.code).toBe('bad-input');
      expect((await lead.get('/audit')).problem.code).toBe('forbidden');
      const [newest, next] = own;
      const before = (await lead.get<TrailEntry[]>(`/audit/own?limit=1&before=${newest?.entry}`)).body;
      expect(before).toEqual([next]);
      // A number among all entries would tell how much others did meanwhile.
      expect(own.map(({ entry }) => entry)).toEqual(own.map((_, place) => (newest?.entry ?? 0) - place));
    });

    it('can be computed anew by whoever has its lines, and says where somebody changed it', async () => {
      const { body } = await administrator.get<TrailCheck>('/audit/check');
      expect(body).toMatchObject({ brokenAt: null, keptMonths: 24 });
      const response = await fetch(`${apiUrl}/api/v1/audit/lines`, { headers: { cookie: administrator.cookie } });
      const links = (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Link);
      expect(links.length).toBe(body.entries + 1);
      expect(links.at(-1)).toMatchObject({ personId: 'admin-hub', action: 'audit-exported' });
      let previous = createHash('sha256').update('relais audit trail 1').digest('hex');
      for (const link of links) {
        expect(link.previous).toBe(previous);
        previous = hashOf(link);
        expect(link.hash).toBe(previous);
      }
    });

    it('is only added to, and a change beside its triggers is found', async () => {
      const [{ entry } = { entry: '0' }] = await source.query<{ entry: string }[]>(
        'SELECT entry::text FROM relais.audit_trail ORDER BY entry LIMIT 1',
      );
      const changes = [
        `UPDATE relais.audit_trail SET person_id = 'nobody' WHERE entry = ${entry}`,
        `DELETE FROM relais.audit_trail WHERE entry = ${Number(entry) + 1}`,
      ];
      for (const change of changes) {
        await expect(source.query(change)).rejects.toThrow('only added to');
        const runner = source.createQueryRunner();
        await runner.startTransaction();
        await runner.query('ALTER TABLE relais.audit_trail DISABLE TRIGGER keep_audit');
        await runner.query(change);
        const trail = new AuditTrail({ query: (statement, values) => runner.query(statement, [...(values ?? [])]) });
        const { brokenAt } = await trail.check();
        await runner.rollbackTransaction();
        await runner.release();
        expect(brokenAt).not.toBeNull();
      }
    });

    it('forgets what is old, and the chain goes on', async () => {
      const trail = new AuditTrail(new Database(source));
      const before = await trail.check();
      await trail.forget(1);
      expect(await trail.check()).toEqual(before);
      await trail.forget(0);
      expect(await trail.check()).toEqual({ entries: 0, brokenAt: null });
      await signIn(apiUrl, 'amelie-beci');
      expect(await trail.check()).toEqual({ entries: 1, brokenAt: null });
    });

    it('is not open to somebody who is signed out', async () => {
      expect((await ask(apiUrl, 'GET', '/api/v1/audit/own')).status).toBe(401);
    });
  });
}

type Link = {
  readonly entry: number;
  readonly atMicroseconds: string;
  readonly personId: string | null;
  readonly forPersonId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
  readonly previous: string;
  readonly hash: string;
};

/** The hash of an entry as docs/security.md says it: SHA-256 of the one before, and of a list as PostgreSQL writes it. */
function hashOf({ previous, entry, atMicroseconds, ...link }: Link): string {
  const facts = [link.personId, link.forPersonId, link.action, link.subject, link.detail].map((one) =>
    JSON.stringify(one),
  );
  const text = `[${[entry, atMicroseconds, ...facts].join(', ')}]`;
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex');
}
