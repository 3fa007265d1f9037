import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createDataSource, Database } from '#persistence/kernel';
import { inviteFirstAdministrator } from '#persistence/people';
import type { Client } from './http.js';
import { letterTo } from './invited.js';
import type { RightMatrix } from './right-matrix.js';
import type { RightRow } from './right-rows.js';

/** The secrets of links by which whoever holds them joins, as somebody new. */
export type Links = Readonly<Record<'of an invitation' | 'of the first administrator', string>>;

const newSecret = () => randomBytes(16).toString('base64url');

/** A link of each kind, which nobody has used. */
export async function linksAt(administrator: Client, databaseUrl: string): Promise<Links> {
  const source = await createDataSource(databaseUrl, { connections: 1 }).initialize();
  try {
    const mail = `${randomUUID()}@example.org`;
    const terms = { organisationId: 'beci', roles: ['member'], serviceIds: [] };
    await administrator.post('/invitations', { mail, language: 'fr', ...terms });
    const { secret } = await letterTo(source, mail);
    const first = newSecret();
    const isNeeded = await inviteFirstAdministrator(new Database(source), createHash('sha256').update(first).digest());
    if (secret === '' || !isNeeded) {
      throw new Error('there is no link to hold');
    }
    return { 'of an invitation': secret, 'of the first administrator': first };
  } finally {
    await source.destroy();
  }
}

const linkNames: readonly (keyof Links)[] = ['of an invitation', 'of the first administrator'];

/** What the secret of a link opens to who holds it, without a session; everybody else guesses. Nobody says a name, and so nobody joins. */
export function linkRows(matrix: () => RightMatrix): readonly RightRow[] {
  const secretOf = (client: Client, link: keyof Links) =>
    client === matrix().clientOf('link-holder') ? matrix().links[link] : newSecret();
  const opened = [
    ['look', 200],
    ['accept', 422],
  ] as const;
  return linkNames.flatMap((link) =>
    opened.map(([path, yes]): RightRow => ({
      name: `POST ${path}, by the link ${link}`,
      call: (c) => c.post(`/invitations/${path}`, { secret: secretOf(c, link) }),
      yes,
      allowed: ['link-holder'],
      no: 404,
      says: 'invitation-unknown',
      but: { nobody: 404 },
    })),
  );
}
