import type { DataSource } from 'typeorm';
import { randomUUID } from 'node:crypto';
import type { InvitationRequest, OwnSession } from '#contracts/people';
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

/** Lets a day pass, as far as letters of invitations are counted. */
export async function letterDayPassed(source: DataSource): Promise<void> {
  await source.query(`UPDATE relais.invitation SET sent_at = '{}'`);
}

/** Makes somebody a member of an organisation anew; what it answers ends that. */
export async function cameBack(source: DataSource, personId: string, house: string): Promise<() => Promise<unknown>> {
  const [row] = await source.query<{ id: string }[]>(
    `INSERT INTO relais.membership (person_id, organisation_id, roles) VALUES ($1, $2, '{member}') RETURNING membership_id AS id`,
    [personId, house],
  );
  return () => source.query('UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1', [row?.id]);
}

type Joining = Partial<InvitationRequest> & { readonly name?: string };

/** Somebody who has just joined by a letter, BECI unless it is said; those who manage it have shown a passkey, as is told in `passkeys.suite.ts`. */
export async function newcomer(
  { source, inviter }: { readonly source: DataSource; readonly inviter: Client },
  { name = 'Noor Vanderlinden', ...change }: Joining = {},
) {
  const mail = `${randomUUID()}@example.org`;
  const request = { mail, language: 'fr', organisationId: 'beci', roles: ['member'], serviceIds: [], ...change };
  await letterDayPassed(source);
  await inviter.post('/invitations', request);
  const { secret } = await letterTo(source, request.mail);
  const joined = await accept(inviter.apiUrl, { secret, name });
  const { person, membership } = joined.body;
  await source.query('UPDATE relais.session SET passkey_at = now() WHERE person_id = $1', [person.personId]);
  const client = joinedClient(inviter.apiUrl, joined);
  return { client, personId: person.personId, id: membership.membershipId, mail: request.mail };
}
