import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { AccountLine, ProvidersView } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { AccountRepository } from '#persistence/people';
import { ask, type Client, signIn } from '../../support/http.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { auditOf } from '../../support/invited.js';
import type { System } from '../../support/system.js';
import { refusedWith, throughProvider, Ways } from '../../support/ways-to-providers.js';
import type { Houses } from './providers.suite.js';

const register = '85073003328';

/** What people do with their accounts, and administrators with providers. */
export const accounts = (houses: () => Houses) =>
  function suite(system: () => System): void {
    let apiUrl: string;
    let source: DataSource;
    let mails: { person_id: string; mail: string | null }[] | undefined;
    let ways: Ways;
    let house: IdentityProvider;

    beforeAll(async () => {
      ({ apiUrl } = system().stack);
      ({ house } = houses());
      ways = new Ways(apiUrl);
      source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
      mails = await source.query('SELECT person_id, mail FROM relais.person');
      await source.query('DELETE FROM relais.account');
    });

    afterAll(async () => {
      for (const { person_id: personId, mail } of mails ?? []) {
        await source.query('UPDATE relais.person SET mail = $2 WHERE person_id = $1', [personId, mail]);
      }
      await source?.query('DELETE FROM relais.account');
      await source?.destroy();
    });

    describe('linking an account', () => {
      /** Links the account of a subject for somebody who is signed in; `then` is who is when the browser comes back. */
      async function linked(client: Client, subject: string, then = client.cookie): Promise<string> {
        house.comes({ subject });
        const { address, cookie } = await ways.begun('/accounts', { providerId: house.settings.id }, client.cookie);
        return (await ways.back(await throughProvider(address.href), cookie, then)).to;
      }

      const actionsOf = async (personId: string) =>
        (
          await source.query<{ action: string }[]>(
            `SELECT action FROM relais.audit_trail WHERE person_id = $1 AND subject LIKE 'account:%' ORDER BY entry`,
            [personId],
          )
        ).map(({ action }) => action);

      it('takes a session, that of whoever began', async () => {
        const body = { providerId: house.settings.id };
        expect((await ask(apiUrl, 'POST', '/api/v1/accounts', { body })).status).toBe(401);
        const claire = await signIn(apiUrl, 'claire-ucm');
        expect(await linked(claire, 'claire', (await signIn(apiUrl, 'eva-finance')).cookie)).toBe(
          '/account?problem=flow-over',
        );
        expect(await linked(claire, 'claire', '')).toBe('/account?problem=flow-over');
        expect((await claire.get('/accounts')).body).toEqual([]);
      });

      it('makes it theirs, once, and nobody else’s', async () => {
        const claire = await signIn(apiUrl, 'claire-ucm');
        expect([await linked(claire, 'claire'), await linked(claire, 'claire')]).toEqual(['/account', '/account']);
        expect((await claire.get('/accounts')).body).toMatchObject([{ provider: house.settings.name, usedAt: null }]);
        expect(await linked(await signIn(apiUrl, 'eva-finance'), 'claire')).toBe('/account?problem=account-taken');
        expect([await actionsOf('claire-ucm'), await actionsOf('eva-finance')]).toEqual([['account-linked'], []]);
        expect((await ways.wentThrough(house, 'claire')).session).toBeDefined();
      });

      it('can be undone, but for the last way in', async () => {
        const claire = await signIn(apiUrl, 'claire-ucm');
        const list = async () => (await claire.get<AccountLine[]>('/accounts')).body;
        const [first] = await list();
        const remove = (client: Client) => client.delete(`/accounts/${first?.accountId}`);
        // Nor does an account of a provider that is not set up lead in.
        await source.query(`UPDATE relais.person SET mail = NULL WHERE person_id = 'claire-ucm'`);
        await source.query(
          `INSERT INTO relais.account (person_id, issuer, subject) VALUES ('claire-ucm', 'https://gone.example', 'c')`,
        );
        expect((await remove(claire)).problem.code).toBe('last-way-in');
        await linked(claire, 'claire-again');
        expect((await remove(await signIn(apiUrl, 'eva-finance'))).status).toBe(204);
        expect((await list()).map(({ provider }) => provider)).toEqual([
          house.settings.name,
          'gone.example',
          house.settings.name,
        ]);
        expect((await remove(claire)).status).toBe(204);
        expect((await list()).map(({ accountId }) => accountId)).not.toContain(first?.accountId);
        expect((await actionsOf('claire-ucm')).at(-1)).toBe('account-unlinked');
        expect(await ways.wentThrough(house, 'claire')).toEqual(refusedWith('account-unknown'));
      });
    });

    describe('the last way in', () => {
      const added = async (subject: string) => {
        const [row] = await source.query<{ account_id: string }[]>(
          `INSERT INTO relais.account (person_id, issuer, subject) VALUES ('eva-finance', $1, $2) RETURNING account_id`,
          [house.issuer, subject],
        );
        return row?.account_id ?? '';
      };

      it('stays, also when two are removed at once', async () => {
        const eva = await signIn(apiUrl, 'eva-finance');
        await source.query(`UPDATE relais.person SET mail = NULL WHERE person_id = 'eva-finance'`);
        for (const round of [1, 2, 3]) {
          const ids = [await added(`one-${round}`), await added(`two-${round}`)];
          const answers = await Promise.all(ids.map((id) => eva.delete(`/accounts/${id}`)));
          expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
          await source.query(`DELETE FROM relais.account WHERE person_id = 'eva-finance'`);
        }
      });

      it('may be a mail address, where codes come by mail', async () => {
        const database = new Database(createDataSource(system().databaseUrl, { connections: 1 }));
        const repository = new AccountRepository(database);
        const accountId = await added('only');
        await source.query(`UPDATE relais.person SET mail = NULL WHERE person_id = 'eva-finance'`);
        const unlink = (mail = true) => repository.unlink('eva-finance', accountId, { mail, account: () => true });
        expect(await unlink()).toBe(false);
        await source.query(`UPDATE relais.person SET mail = 'eva@finance.example' WHERE person_id = 'eva-finance'`);
        expect([await unlink(false), await unlink()]).toEqual([false, true]);
        await database.stop();
      });
    });

    describe('testing a provider', () => {
      it('shows the administrator who does what came, for ten minutes, and opens and links nothing', async () => {
        const { other } = houses();
        const administrator = await signIn(apiUrl, 'admin-hub');
        const counts = () =>
          source.query(`SELECT (SELECT count(*) FROM relais.account) AS a, (SELECT count(*) FROM relais.session) AS s`);
        const before = await counts();
        other.comes({ subject: 'admin-there', claims: { name: register, email: 'admin@hub.example' } });
        const { address, cookie } = await ways.begun(
          `/providers/${other.settings.id}/test`,
          undefined,
          administrator.cookie,
        );
        expect(await ways.back(await throughProvider(address.href), cookie, administrator.cookie)).toEqual({
          status: 303,
          to: '/admin',
          session: undefined,
        });
        expect(await counts()).toEqual(before);
        const audited = await auditOf(source, `provider:${other.settings.id}`);
        expect(audited.filter(([, action]) => action === 'provider-tested')).toEqual([
          ['admin-hub', 'provider-tested', null],
        ]);
        const read = async () => (await administrator.get<ProvidersView>('/providers')).body;
        const { callback, providers: lines } = await read();
        const tested = lines.find(({ providerId }) => providerId === other.settings.id);
        expect([callback, tested?.reachable, tested?.test?.missing]).toEqual([
          'https://relais.example/api/v1/sign-in/callback',
          true,
          [],
        ]);
        const claims = Object.fromEntries(tested?.test?.claims.map(({ name, value }) => [name, value]) ?? []);
        expect(claims).toMatchObject({ sub: 'admin-there', iss: other.issuer, email: 'admin@hub.example', name: null });
        expect(JSON.stringify(await source.query('SELECT * FROM relais.provider_test'))).not.toContain(register);
        await source.query(`UPDATE relais.provider_test SET tested_at = now() - interval '10 minutes'`);
        expect((await read()).providers.map(({ test }) => test)).toEqual([null, null, null]);
        expect(await source.query('SELECT 1 FROM relais.provider_test')).toEqual([]);
      });

      it('takes the right to, also on the way back', async () => {
        const administrator = await signIn(apiUrl, 'admin-hub');
        const coordinator = await signIn(apiUrl, 'sofie-hub');
        const path = `/providers/${house.settings.id}/test`;
        expect((await coordinator.post(path, undefined)).status).toBe(403);
        house.comes({ subject: 'admin-there' });
        const { address, cookie } = await ways.begun(path, undefined, administrator.cookie);
        const roles = (list: string) =>
          source.query(`UPDATE relais.membership SET roles = '{${list}}' WHERE person_id = 'admin-hub'`);
        await roles('member');
        expect((await ways.back(await throughProvider(address.href), cookie, administrator.cookie)).to).toBe(
          '/admin?problem=flow-over',
        );
        await roles('administrator');
        expect(await source.query('SELECT 1 FROM relais.provider_test')).toEqual([]);
      });
    });
  };
