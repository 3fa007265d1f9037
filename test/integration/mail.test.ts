import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { OwnSession, SignInOptions } from '#contracts/people';
import { networkLimits } from '#domain/people';
import { ask } from '../support/http.js';
import { codeIn, secretIn } from '../support/letters.js';
import { type Stack, startStack } from '../support/processes.js';
import { until } from '../support/wait.js';

type Mail = {
  readonly to: readonly string[];
  readonly raw: string;
  readonly encrypted: boolean;
  readonly user: string;
};

/** A server for mails that keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  let refused = 0;
  const server = new SMTPServer({
    onAuth: ({ username, password }, _, done) => {
      const isRight = username === 'relais' && password === 'pass word';
      refused += isRight ? 0 : 1;
      done(isRight ? null : new Error('no'), { user: username });
    },
    onData: (stream, session, done) => {
      void buffer(stream).then((raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: raw.toString(), encrypted: session.secure, user: String(session.user ?? '') });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => (refused += 1));
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return {
    mails,
    refusals: () => refused,
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What a mail says, as its reader sees it. */
function read({ raw }: Mail): { readonly head: string; readonly text: string } {
  const [head = '', body = ''] = raw.split(/\r?\n\r?\n(.*)/s);
  const isQuoted = /content-transfer-encoding: quoted-printable/i.test(head);
  const isBase64 = /content-transfer-encoding: base64/i.test(head);
  const bytes = isBase64
    ? Buffer.from(body, 'base64')
    : isQuoted
      ? Buffer.from(
          body
            .replaceAll(/=\r?\n/g, '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
      : Buffer.from(body);
  return { head, text: bytes.toString('utf8').replaceAll('\r\n', '\n') };
}

const mail = 'eva-finance@finance-invest-brussels.example';
const from = 'Relais <no-reply@relais.example>';
const environment = (server: string) => ({
  SIGN_IN: 'mail',
  NODE_ENV: 'production',
  MAIL_SERVER: server,
  MAIL_FROM: from,
  PUBLIC_URL: 'https://relais.example',
  TRUST_PROXY: '1',
});

let stack: Stack;
let near: Awaited<ReturnType<typeof mailServer>>;

beforeAll(async () => {
  near = await mailServer({ authOptional: false });
  stack = await startStack({
    beside: [],
    environment: environment(`smtp://relais:pass%20word@localhost:${near.port}`),
  });
});
afterAll(async () => {
  await stack?.stop();
  await near?.stop();
});

const askForCode = (address = mail, headers = {}) =>
  ask(stack.apiUrl, 'POST', '/api/v1/sign-in/codes', { body: { mail: address, language: 'fr' }, headers });

/** How many letters nobody took. */
async function failures(): Promise<number> {
  const text = await (await fetch(`${stack.apiUrl}/metrics`)).text();
  return Number(/^relais_letters_failed_total (\d+)$/m.exec(text)?.[1]);
}

describe('an installation with a server for mails', () => {
  it('sends a code and a link, which sign in, and shows no letters', async () => {
    const { body: options } = await ask<SignInOptions>(stack.apiUrl, 'GET', '/api/v1/sign-in');
    expect(options).toMatchObject({ personas: false, mail: true, letters: false });
    const { body } = await ask<{ attemptId: string }>(stack.apiUrl, 'POST', '/api/v1/sign-in/codes', {
      body: { mail, language: 'fr' },
    });
    const received = await until(() => near.mails[0], 'the mail is there');
    const { head, text } = read(received);
    expect(received).toMatchObject({ to: [mail], user: 'relais' });
    expect(head).toContain(`From: ${from}`);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(text).toContain(`https://relais.example/sign-in/link#${secretIn(text)}`);
    expect(text).toContain('Bonjour Eva Lindqvist,');
    const used = await ask<OwnSession>(stack.apiUrl, 'POST', '/api/v1/sign-in/codes/use', {
      body: { by: 'code', attemptId: body.attemptId, code: codeIn(text) },
    });
    expect([used.status, used.body.person.personId]).toEqual([200, 'eva-finance']);
    await askForCode();
    const second = read(await until(() => near.mails[1], 'the other mail is there'));
    const followed = await ask<OwnSession>(stack.apiUrl, 'POST', '/api/v1/sign-in/codes/use', {
      body: { by: 'link', secret: secretIn(second.text) },
    });
    expect(followed.status).toBe(200);
    expect((await ask(stack.apiUrl, 'GET', '/api/v1/letters')).status).toBe(404);
    expect(await failures()).toBe(0);
  });

  it('counts those who come through its proxy by their own addresses, and believes nothing before it', async () => {
    const forwarded = (header: string) => askForCode('nobody@nowhere.example', { 'x-forwarded-for': header });
    const statuses: number[] = [];
    for (let asked = 0; asked <= networkLimits.codes; asked += 1) {
      statuses.push((await forwarded(`203.0.113.${asked}, 198.51.100.7`)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await forwarded('198.51.100.8')).status).toBe(200);
  });

  it.each([
    ['that refuses the login', () => mailServer(), 'localhost', 'relais:wrong@', 'EAUTH'],
    [
      'that offers no encryption over a network',
      () => mailServer({ hideSTARTTLS: true, authOptional: true }),
      '0.0.0.0',
      '',
      'ETLS',
    ],
    ['that does not show who it is', () => mailServer({ authOptional: true }), '0.0.0.0', '', 'ESOCKET'],
  ])('survives one %s, says so without the address, and counts it', async (_, start, host, login, code) => {
    const other = await start();
    try {
      await stack.api.kill();
      await stack.api.restart({ env: environment(`smtp://${login}${host}:${other.port}`) });
      expect((await askForCode('tom-ucm@ucm.example', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
      await until(async () => (await failures()) === 1, 'the failure is counted');
      const line = stack.api
        .logs()
        .split('\n')
        .findLast((one) => one.includes('a letter was not sent'));
      expect(line).toContain(`"code":"${code}"`);
      expect(stack.api.logs()).not.toMatch(/tom-ucm|@ucm/);
      expect([other.mails, stack.api.alive()]).toEqual([[], true]);
      expect((await askForCode()).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});
