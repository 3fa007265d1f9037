import type { DataSource } from 'typeorm';
import type { OwnSession } from '#contracts/people';
import { type Answer, ask, Client } from './http.js';

/** The newest letter to an address, and the secret of the link in it. */
export async function letterTo(
  source: DataSource,
  mail: string,
): Promise<{ readonly text: string; readonly secret: string }> {
  const [letter] = await source.query<{ body: string }[]>(
    'SELECT body FROM relais.letter WHERE to_mail = $1 ORDER BY letter_id DESC LIMIT 1',
    [mail],
  );
  const text = letter?.body ?? '';
  return { text, secret: /\/join#([A-Za-z0-9_-]{22})\n/.exec(text)?.[1] ?? '' };
}

/** Accepts an invitation with a browser that may have a session. */
export function accept(apiUrl: string, acceptance: object, cookie = ''): Promise<Answer<OwnSession>> {
  return ask(apiUrl, 'POST', '/api/v1/invitations/accept', { body: acceptance, headers: { cookie } });
}

/** The API as the one uses it who has just joined. */
export function joinedClient(apiUrl: string, { headers }: Answer<OwnSession>): Client {
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
  return new Client(apiUrl, cookie);
}

/** What the audit trail tells of something, in its order: by whom, what, and the detail. */
export function auditOf(
  source: DataSource,
  subject: string,
): Promise<(readonly [string | null, string, string | null])[]> {
  return source
    .query<{ person: string | null; action: string; detail: string | null }[]>(
      'SELECT person_id AS person, action, detail FROM relais.audit_trail WHERE subject = $1 ORDER BY entry',
      [subject],
    )
    .then((entries) => entries.map(({ person, action, detail }) => [person, action, detail]));
}
