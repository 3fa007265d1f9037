import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { OwnSession, SignInOptions } from '#contracts/people';
import { networkLimits } from '#domain/people';
import { createDataSource } from '#persistence/kernel';
import type { Logger } from '#runtime';
import { LetterNotSent } from '../../apps/api/src/kernel/mail/post.js';
import { SmtpPost } from '../../apps/api/src/kernel/mail/smtp-post.js';
import { WatchedPost } from '../../apps/api/src/kernel/mail/watched-post.js';
import { ask } from '../support/http.js';
import { codeIn, secretIn } from '../support/letters.js';
import { type Stack, startStack } from '../support/processes.js';
import { until } from '../support/wait.js';

type Mail = {
  readonly to: readonly string[];
  readonly raw: string;
  readonly user: string;
};

/** A server for mails that keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    onAuth: ({ username, password }, _, done) => {
      const isRight = username === 'relais' && password === 'pass word';
      done(isRight ? null : new Error('no'), { user: username });
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (piece: string) => (raw += piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw, user: String(session.user ?? '') });
        done();
      });
    },
    logger: false,
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return {
    mails,
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

/** What is kept of how the last mails fared. */
async function outcomes(): Promise<Record<string, string | null>> {
  const source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
  const rows = await source.query<{ outcome: string; code: string | null }[]>('SELECT * FROM relais.mail_outcome');
  await source.destroy();
  return Object.fromEntries(rows.map(({ outcome, code }) => [outcome, code]));
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

  it('goes on when a login is refused, says so without the address, and counts it', async () => {
    await stack.api.kill();
    await stack.api.restart({ env: environment(`smtp://relais:wrong@localhost:${near.port}`) });
    expect((await askForCode('tom-ucm@ucm.example')).status).toBe(200);
    await until(async () => (await failures()) === 1, 'the failure is counted');
    const line = stack.api
      .logs()
      .split('\n')
      .findLast((one) => one.includes('a letter was not sent'));
    expect(line).toContain('"code":"EAUTH"');
    expect(stack.api.logs()).not.toMatch(/tom-ucm|@ucm/);
    expect((await askForCode()).status).toBe(200);
    expect(await outcomes()).toEqual({ sent: null, failed: 'EAUTH 535' });
  });
});

describe('a server for mails over a network', () => {
  // By this address it is this machine as well, and does not look so.
  const host = '0.0.0.0';

  it.each([
    ['offers no encryption', { disabledCommands: ['STARTTLS'] }, 'smtp', 'ETLS'],
    ['does not show who it is', {}, 'smtp', 'ESOCKET'],
    ['does not show who it is, encrypted from the beginning', { secure: true }, 'smtps', 'ESOCKET'],
  ])('that %s gets no mail', async (_, options, protocol, code) => {
    const server = await mailServer({ authOptional: true, ...options });
    const lines: unknown[] = [];
    const failed = { inc: () => void lines.push('counted') };
    const post = new WatchedPost(new SmtpPost({ server: `${protocol}://${host}:${server.port}`, from }), {
      logger: { warn: (line: unknown) => void lines.push(line) } as Pick<Logger, 'warn'>,
      failed,
      outcomes: { note: (noted) => Promise.resolve(void lines.push({ noted })) },
    });
    await expect(post.send({ to: mail, subject: 'Code', text: 'R4K7-9TQZ' })).rejects.toThrow(LetterNotSent);
    expect(lines).toEqual(['counted', expect.objectContaining({ code }), { noted: expect.stringContaining(code) }]);
    expect(JSON.stringify(lines)).not.toContain('eva-finance');
    expect(server.mails).toEqual([]);
    await server.stop();
  });
});
