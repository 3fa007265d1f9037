import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { AccountLine, FlowStart, SessionLine } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { ask, Client, signIn } from '../../support/http.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import type { System } from '../../support/system.js';
import { refusedWith, throughProvider, Ways } from '../../support/ways-to-providers.js';

/** Providers of the system: two houses, and one that asks for a strong sign-in and is away until the suite starts it. */
export type Houses = Readonly<Record<'house' | 'other' | 'federal', IdentityProvider>>;

const register = '85073003328';

/** Signing in with accounts of providers, at real ones. */
export const providers = (houses: () => Houses) =>
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
      await source.query(`DELETE FROM relais.account`);
      await link('nora-unpass', house, 'nora');
    });

    // Whoever asks here does so from one place.
    beforeEach(() => source.query('TRUNCATE relais.throttle'));

    afterAll(async () => {
      for (const { person_id: personId, mail } of mails ?? []) {
        await source.query('UPDATE relais.person SET mail = $2 WHERE person_id = $1', [personId, mail]);
      }
      await source?.query('DELETE FROM relais.account');
      await source?.destroy();
    });

    const link = (personId: string, { issuer }: IdentityProvider, subject: string) =>
      source.query('INSERT INTO relais.account (person_id, issuer, subject) VALUES ($1, $2, $3)', [
        personId,
        issuer,
        subject,
      ]);

    describe('signing in with an account', () => {
      it('is offered by name', async () => {
        const { body } = await ask(apiUrl, 'GET', '/api/v1/sign-in');
        expect(body).toMatchObject({
          personas: true,
          mail: true,
          providers: Object.values(houses()).map(({ settings }) => ({ providerId: settings.id, name: settings.name })),
        });
      });

      it('opens a session of whoever it is linked to, and leads where they wanted to go', async () => {
        const { status, to, session = '' } = await ways.wentThrough(house, 'nora', '/cases?drawer=mine');
        expect([status, to]).toEqual([303, '/cases?drawer=mine']);
        const nora = new Client(apiUrl, session);
        expect((await nora.get('/session')).body).toMatchObject({ person: { personId: 'nora-unpass' } });
        const [line] = (await nora.get<SessionLine[]>('/sessions')).body;
        const [account] = (await nora.get<AccountLine[]>('/accounts')).body;
        expect([line?.way, account?.provider, account?.usedAt]).toEqual([
          'provider',
          house.settings.name,
          expect.any(String),
        ]);
      });

      it('asks by code, PKCE, state and nonce for no more than who it is, and stores none of these', async () => {
        const { address, cookie } = await ways.signingIn(house);
        const asked = Object.fromEntries(address.searchParams);
        expect(asked).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256' });
        const [row] = await source.query<Record<string, unknown>[]>(
          'SELECT *, extract(epoch FROM expires_at - now()) AS seconds FROM relais.sign_in_flow ORDER BY created_at DESC LIMIT 1',
        );
        const stored = JSON.stringify(row);
        const secret = cookie.split('=')[1] ?? '';
        for (const one of [secret, asked['state'], asked['nonce'], asked['code_challenge']]) {
          expect([one?.length, stored.includes(one ?? '')]).toEqual([43, false]);
        }
        expect(Number(row?.['seconds'])).toBeLessThanOrEqual(600);
      });

      it('ends the session that the browser had', async () => {
        const before = await signIn(apiUrl, 'tom-ucm');
        house.comes({ subject: 'nora' });
        const { address, cookie } = await ways.signingIn(house);
        expect((await ways.back(await throughProvider(address.href), cookie, before.cookie)).session).toBeDefined();
        expect((await before.get('/session')).problem.code).toBe('signed-out');
      });

      it.each([
        '//elsewhere.example',
        '/\\elsewhere.example',
        'https://elsewhere.example',
        '/\t/elsewhere.example',
        '',
      ])('leads to no page but ours: %j', async (to) => {
        const { status } = await ask(apiUrl, 'POST', `/api/v1/sign-in/providers/${house.settings.id}`, {
          body: { purpose: 'sign-in', to },
        });
        expect(status).toBe(422);
      });
    });

    describe('what comes back', () => {
      it('is taken in the browser that began, with its own state, once', async () => {
        house.comes({ subject: 'nora' });
        const [mine, theirs] = [await ways.signingIn(house), await ways.signingIn(house)];
        const answer = await throughProvider(mine.address.href);
        const foreign = await throughProvider(theirs.address.href);
        expect(await ways.back(answer)).toEqual(refusedWith('flow-over'));
        expect(await ways.back(answer, theirs.cookie)).toEqual(refusedWith('flow-over'));
        // Who follows a link of somebody else is not signed in as them, and their own way stays open.
        expect(await ways.back(foreign, mine.cookie)).toEqual(refusedWith('flow-over'));
        expect(await ways.back(answer, mine.cookie)).toMatchObject({ to: '/', session: expect.any(String) });
        expect(await ways.back(answer, mine.cookie)).toEqual(refusedWith('flow-over'));
      });

      it('is too late after ten minutes', async () => {
        house.comes({ subject: 'nora' });
        const { address, cookie } = await ways.signingIn(house);
        const answer = await throughProvider(address.href);
        await source.query('UPDATE relais.sign_in_flow SET expires_at = now()');
        expect(await ways.back(answer, cookie)).toEqual(refusedWith('flow-over'));
      });

      it.each(['nonce', 'code_challenge'])('was asked for by us, with our %s', async (parameter) => {
        house.comes({ subject: 'nora' });
        const { address, cookie } = await ways.signingIn(house);
        address.searchParams.set(parameter, 'x'.repeat(43));
        expect(await ways.back(await throughProvider(address.href), cookie)).toEqual(refusedWith('not-confirmed'));
      });

      it('is signed by the provider', async () => {
        house.showKeys('foreign');
        expect(await ways.wentThrough(house, 'nora')).toEqual(refusedWith('not-confirmed'));
        house.showKeys('own');
      });

      it.each([
        ['as it is', (answer: URL) => answer],
        [
          'as if the first had sent it',
          (answer: URL) => {
            answer.searchParams.set('iss', house.issuer);
            return answer;
          },
        ],
      ])('comes from the provider that was asked: not of another, %s', async (_, changed) => {
        const { other } = houses();
        other.comes({ subject: 'nora' });
        const [mine, theirs] = [await ways.signingIn(house), await ways.signingIn(other, '/')];
        for (const name of ['state', 'nonce', 'code_challenge']) {
          theirs.address.searchParams.set(name, mine.address.searchParams.get(name) ?? '');
        }
        const answer = changed(await throughProvider(theirs.address.href));
        expect(await ways.back(answer, mine.cookie)).toEqual(refusedWith('not-confirmed'));
      });

      it('may be that somebody gave up', async () => {
        const { address, cookie } = await ways.signingIn(house, '/cases');
        const state = address.searchParams.get('state') ?? '';
        const answer = new URL(`https://x/?error=access_denied&state=${state}&iss=${encodeURIComponent(house.issuer)}`);
        expect(await ways.back(answer, cookie)).toEqual(refusedWith('not-confirmed&to=%2Fcases'));
      });

      it('is of nobody here unless the account is linked, whatever mail address it has', async () => {
        await source.query(`UPDATE relais.person SET mail = 'tom@ucm.example' WHERE person_id = 'tom-ucm'`);
        house.comes({ subject: 'stranger', claims: { email: 'tom@ucm.example', email_verified: true } });
        const { address, cookie } = await ways.signingIn(house);
        expect(await ways.back(await throughProvider(address.href), cookie)).toEqual(refusedWith('account-unknown'));
        const [entry] = await source.query<unknown[]>(
          'SELECT person_id, action, subject, detail FROM relais.audit_trail ORDER BY entry DESC LIMIT 1',
        );
        expect(entry).toEqual({
          person_id: null,
          action: 'sign-in-refused',
          subject: `provider:${house.settings.id}`,
          detail: 'account-unknown',
        });
      });

      it('is of nobody when another provider knows somebody by the same name', async () => {
        const { other } = houses();
        other.comes({ subject: 'nora' });
        const { address, cookie } = await ways.signingIn(other, '/');
        expect(await ways.back(await throughProvider(address.href), cookie)).toEqual(refusedWith('account-unknown'));
      });

      it('opens nothing for a person without a membership', async () => {
        await link('bart-febelfin', house, 'bart');
        const until = (when: string) =>
          source.query(`UPDATE relais.membership SET valid_until = ${when} WHERE person_id = 'bart-febelfin'`);
        await until('now()');
        expect(await ways.wentThrough(house, 'bart')).toEqual(refusedWith('no-membership'));
        await until('NULL');
      });

      it('never names anybody by the number of the national register', async () => {
        await link('tom-ucm', house, register);
        expect(await ways.wentThrough(house, register)).toEqual(refusedWith('not-confirmed'));
      });
    });

    describe('a provider', () => {
      it('that is away is told, and the others go on; back again, it is asked again', async () => {
        const { federal } = houses();
        const begin = () =>
          ask<FlowStart>(apiUrl, 'POST', `/api/v1/sign-in/providers/${federal.settings.id}`, {
            body: { purpose: 'sign-in' },
          });
        const away = await begin();
        expect([away.status, away.problem.code, away.headers.get('retry-after')]).toEqual([503, 'provider-away', '5']);
        expect((await ways.wentThrough(house, 'nora')).session).toBeDefined();
        await federal.start();
        expect((await begin()).status).toBe(200);
      });

      it('that goes away meanwhile is told on the way back', async () => {
        house.comes({ subject: 'nora' });
        const { address, cookie } = await ways.signingIn(house);
        const answer = await throughProvider(address.href);
        await house.stop();
        expect(await ways.back(answer, cookie)).toEqual(refusedWith('provider-away'));
        await house.start();
      });

      it('that changes its keys is believed at once', async () => {
        expect((await ways.wentThrough(house, 'nora')).session).toBeDefined();
        house.changeKeys();
        expect((await ways.wentThrough(house, 'nora')).session).toBeDefined();
      });

      it('of whom a strong sign-in is asked has to give it', async () => {
        const { federal } = houses();
        await link('nora-unpass', federal, 'federal-nora');
        const come = async (acr: string) => {
          federal.comes({ subject: 'federal-nora', acr });
          const { address, cookie } = await ways.signingIn(federal, '/');
          return ways.back(await throughProvider(address.href), cookie);
        };
        expect(await come('low')).toEqual(refusedWith('too-weak'));
        expect((await come('high')).session).toBeDefined();
      });

      it('that nobody set up is not known', async () => {
        const { status, problem } = await ask(apiUrl, 'POST', '/api/v1/sign-in/providers/nowhere', {
          body: { purpose: 'sign-in' },
        });
        expect([status, problem.code]).toEqual([404, 'provider-unknown']);
      });
    });
  };
