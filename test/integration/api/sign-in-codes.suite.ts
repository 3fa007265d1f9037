import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CodeAttempt, CodeUse, Letter, LinkStanding, OwnSession, Session, SessionLine } from '#contracts/people';
import { codeLimits } from '#domain/people';
import { createDataSource } from '#persistence/kernel';
import { type Answer, ask, Client, signIn } from '../../support/http.js';
import { codeIn, secretIn } from '../../support/letters.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

const personId = 'eva-finance';
const mail = 'eva-finance@finance-invest-brussels.example';
const name = 'Eva Lindqvist';

let apiUrl: string;
let source: DataSource;

/** A mail that came for an attempt. */
type Received = { readonly attemptId: string; readonly code: string; readonly secret: string; readonly letter: Letter };

/** Sign-in by codes and links that come by mail. */
export function signInCodes(system: () => System): void {
  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
  });

  beforeEach(async () => {
    await source.query('TRUNCATE relais.throttle, relais.sign_in_code, relais.sign_in_wrong, relais.letter');
  });

  afterAll(async () => {
    await source?.query('TRUNCATE relais.throttle');
    await source?.destroy();
  });

  const open = <Body>(path: string, body: unknown, headers = {}): Promise<Answer<Body>> =>
    ask<Body>(apiUrl, 'POST', `/api/v1/sign-in/${path}`, { body, headers, language: 'en' });
  const askFor = (to: string) => open<CodeAttempt>('codes', { mail: to, language: 'en' });
  const use = (how: CodeUse) => open<OwnSession>('codes/use', how);
  const useCode = ({ attemptId, code }: Pick<Received, 'attemptId' | 'code'>) => use({ by: 'code', attemptId, code });
  const useLink = ({ secret }: Pick<Received, 'secret'>) => use({ by: 'link', secret });
  const look = ({ secret }: Pick<Received, 'secret'>) => open<LinkStanding>('links', { secret });
  const letters = async () => (await ask<Letter[]>(apiUrl, 'GET', '/api/v1/letters')).body;
  const refusalOf = ({ status, problem }: Answer<unknown>) => [status, problem?.code];
  const refused = [403, 'code-refused'];
  const linkRefused = [403, 'link-refused'];

  /** Asks for a code, and waits for its mail. */
  async function receive(to = mail): Promise<Received> {
    const before = (await letters()).length;
    const { attemptId } = (await askFor(to)).body;
    const letter = await until(async () => {
      const all = await letters();
      return all.length > before && all[0];
    }, 'the mail is there');
    return { attemptId, code: codeIn(letter.text), secret: secretIn(letter.text), letter };
  }

  /** A code that is not the one, and looks like it. */
  const wrongFor = ({ attemptId, code }: Received) => ({
    attemptId,
    code: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  });

  async function countOf(table: string): Promise<number> {
    const [row] = await source.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM relais.${table}`);
    return row?.count ?? -1;
  }

  describe('a code', () => {
    it('comes by mail, in the language that was asked for, and signs in once, however it is typed', async () => {
      const received = await receive(mail.toUpperCase());
      expect(received.letter).toMatchObject({ to: mail, subject: 'Your code to sign in to Relais' });
      expect(received.letter.text).toContain(`Hello ${name},`);
      const typed = ` ${received.code.toLowerCase().replace('-', ' ')} `;
      const answer = await useCode({ ...received, code: typed });
      expect([answer.status, answer.body.person.personId]).toEqual([200, personId]);
      const client = new Client(apiUrl, (answer.headers.get('set-cookie') ?? '').split(';', 1).join());
      const { body } = await client.get<SessionLine[]>('/sessions');
      expect(body.find(({ current }) => current)?.way).toBe('mail');
      expect(refusalOf(await useCode(received))).toEqual(refused);
      expect(refusalOf(await useLink(received))).toEqual(linkRefused);
    });

    it('signs in once also when it is sent twice at the same moment', async () => {
      const received = await receive();
      const answers = await Promise.all([useCode(received), useCode(received), useCode(received)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    });

    it('is worth nothing for another attempt', async () => {
      const [first, second] = [await receive(), await receive()];
      expect(refusalOf(await useCode({ ...first, code: second.code }))).toEqual(refused);
      expect((await useCode(first)).status).toBe(200);
    });

    it('lives as long as it is said, and its link too', async () => {
      expect((await askFor(mail)).body.minutes).toBe(codeLimits.minutes);
      const received = await receive();
      const [{ minutes } = { minutes: 0 }] = await source.query<{ minutes: number }[]>(
        `SELECT extract(epoch FROM expires_at - created_at)::int / 60 AS minutes FROM relais.sign_in_code LIMIT 1`,
      );
      expect(minutes).toBe(codeLimits.minutes);
      await source.query('UPDATE relais.sign_in_code SET expires_at = now()');
      expect(refusalOf(await useCode(received))).toEqual(refused);
      expect(refusalOf(await look(received))).toEqual(linkRefused);
      expect(refusalOf(await useLink(received))).toEqual(linkRefused);
    });

    it('and its link are kept as hashes only', async () => {
      const { code, secret } = await receive();
      await source.query('TRUNCATE relais.letter');
      const rows = await source.query<{ row: string }[]>('SELECT c::text AS row FROM relais.sign_in_code c');
      for (const word of [code, code.replace('-', ''), secret]) {
        expect(rows.map(({ row }) => row).join()).not.toContain(word);
        expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(word).toString('hex'));
      }
    });

    it('is not looked at any more after five wrong ones, while the link goes on', async () => {
      const received = await receive();
      const wrong = await Promise.all(Array.from({ length: 12 }, () => useCode(wrongFor(received))));
      expect(wrong.map(refusalOf)).toEqual(wrong.map(() => refused));
      expect(await countOf('sign_in_wrong')).toBe(codeLimits.wrongOfOne);
      expect(refusalOf(await useCode(received))).toEqual(refused);
      expect((await useLink(received)).status).toBe(200);
    });

    it('of a person is taken from nobody after ten wrong ones within a day, and their links go on', async () => {
      const trail = async () =>
        source.query<unknown[]>(
          `SELECT 1 FROM relais.audit_trail WHERE action = 'code-refused' AND subject = $1 AND person_id IS NULL`,
          [`person:${personId}`],
        );
      const before = (await trail()).length;
      for (const received of [await receive(), await receive()]) {
        await Promise.all(Array.from({ length: 5 }, () => useCode(wrongFor(received))));
      }
      expect([await countOf('sign_in_wrong'), (await trail()).length - before]).toEqual([10, 10]);
      const fresh = await receive();
      expect(refusalOf(await useCode(fresh))).toEqual(refused);
      expect((await useLink(fresh)).status).toBe(200);
      const other = await receive('tom-ucm@ucm.example');
      expect((await useCode(other)).status).toBe(200);
      const later = await receive();
      await source.query(`UPDATE relais.sign_in_wrong SET at = at - interval '24 hours'`);
      expect((await useCode(later)).status).toBe(200);
    });

    it('is refused in the same words and not sooner when nobody was asked for', async () => {
      const received = await receive();
      const timed = async (answer: Promise<Answer<unknown>>) => {
        const from = performance.now();
        const { status, problem } = await answer;
        return { status, problem, isSlow: performance.now() - from > 200 };
      };
      const { attemptId } = (await askFor('nobody@nowhere.example')).body;
      const [known, unknown, never] = [
        await timed(useCode(wrongFor(received))),
        await timed(useCode({ attemptId, code: received.code })),
        await timed(useCode({ attemptId: randomUUID(), code: received.code })),
      ];
      expect(known).toMatchObject({ status: 403, isSlow: true });
      expect([unknown, never]).toEqual([known, known]);
    });

    it.each(['R4K7-9TQ', 'R4K7-9TQZ-1', '', 'R4K7_9TQZ'])('of another form is no try: %j', async (code) => {
      const { attemptId } = await receive();
      const answer = await useCode({ attemptId, code });
      expect(refusalOf(answer)).toEqual([422, 'bad-input']);
      expect(answer.problem.detail).toContain('eight characters');
      expect(await countOf('sign_in_wrong')).toBe(0);
    });
  });

  describe('a link', () => {
    it('is used by nobody who only looks at it, and signs in once', async () => {
      const received = await receive();
      for (const { status, body } of [await look(received), await look(received)]) {
        expect([status, body.name]).toEqual([200, name]);
      }
      const answers = await Promise.all([useLink(received), useLink(received)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      expect(refusalOf(await useCode(received))).toEqual(refused);
      expect(refusalOf(await look(received))).toEqual(linkRefused);
    });

    it('ends the session that the same browser had', async () => {
      const before = await signIn(apiUrl, 'tom-ucm');
      const { secret } = await receive();
      const { status } = await open('codes/use', { by: 'link', secret }, { cookie: before.cookie });
      expect([status, (await before.get<Session>('/session')).status]).toEqual([200, 401]);
    });
  });

  describe('an address', () => {
    it('that nobody has is answered like any other, and nothing is sent or kept', async () => {
      const [unknown, known] = [await askFor('nobody@nowhere.example'), await askFor(mail)];
      const shapeOf = ({ status, headers, body }: Answer<CodeAttempt>) => {
        const names = [...headers.keys()].filter((header) => header !== 'date');
        return { status, names, fields: Object.keys(body), minutes: body.minutes, length: body.attemptId.length };
      };
      expect(shapeOf(unknown)).toEqual(shapeOf(known));
      await until(async () => (await letters()).length > 0, 'the other mail is there');
      expect((await letters()).map(({ to }) => to)).toEqual([mail]);
      expect(await countOf('sign_in_code')).toBe(1);
    });

    it('of somebody who is no member any more gets no mail, and a mail of before signs nobody in', async () => {
      const change = (until: string) =>
        source.query(`UPDATE relais.membership SET valid_until = ${until} WHERE person_id = $1`, [personId]);
      const before = await receive();
      await change('now()');
      try {
        expect((await askFor(mail)).status).toBe(200);
        await receive('tom-ucm@ucm.example');
        expect((await letters()).filter(({ to }) => to === mail)).toHaveLength(1);
        expect(refusalOf(await useLink(before))).toEqual([403, 'no-membership']);
      } finally {
        await change('NULL');
      }
    });

    it('gets five mails within an hour, and another one only when none of them works any more', async () => {
      const received: Received[] = [];
      for (let sent = 0; sent < codeLimits.lettersAnHour; sent += 1) {
        received.push(await receive());
      }
      expect((await askFor(mail)).status).toBe(200);
      await receive('tom-ucm@ucm.example');
      expect((await letters()).filter(({ to }) => to === mail)).toHaveLength(codeLimits.lettersAnHour);
      expect((await useLink(received[0] ?? { secret: '' })).status).toBe(200);
      await source.query('UPDATE relais.sign_in_code SET expires_at = created_at');
      expect((await useLink(await receive())).status).toBe(200);
    });

    it.each(['nobody', 'a b@c.example', `${'a'.repeat(250)}@b.example`])('that is none is told: %s', async (to) => {
      expect(refusalOf(await askFor(to))).toEqual([422, 'bad-input']);
    });
  });

  it('clear away what counts no more', async () => {
    await receive();
    await source.query(`UPDATE relais.sign_in_code SET created_at = created_at - interval '61 minutes'`);
    await source.query(
      `INSERT INTO relais.sign_in_wrong (person_id, at) VALUES ($1, now() - interval '25 hours'), ($1, now() - interval '23 hours')`,
      [personId],
    );
    await source.query(
      `INSERT INTO relais.throttle (key, window_start, count) VALUES ('uses 192.0.2.1', now() - interval '2 hours', 1)`,
    );
    await receive();
    const counts = [await countOf('sign_in_code'), await countOf('sign_in_wrong'), await countOf('throttle')];
    expect(counts).toEqual([1, 1, 1]);
  });

  it('keep the newest 200 letters', async () => {
    await source.query(
      `INSERT INTO relais.letter (to_mail, subject, body) SELECT 'x@y.example', n::text, '' FROM generate_series(1, 250) AS n`,
    );
    await askFor(mail);
    const all = await until(async () => {
      const found = await letters();
      return found[0]?.to === mail && found;
    }, 'the mail is there');
    expect([all.length, all.at(-1)?.subject]).toEqual([200, '52']);
  });
}
