import { randomUUID } from 'node:crypto';
import type { Person } from '#contracts/people';
import type { Database, Sql } from '../kernel/database.js';
import { type Account, linkAccount } from './account.repository.js';
import { appendAudit } from './audit-trail.repository.js';
import { type InvitationState, stateOf } from './invitation.repository.js';
import { isMember } from './member.repository.js';
import { addServices } from './unshared-work.js';

/** An invitation, by the hash of its secret or by its name where the secret was asked for before. */
export type Invited = { readonly hash: Buffer } | { readonly invitationId: string };

/** Who joins: somebody who is signed in, or who has the mail of the invitation, or else somebody new. */
export type Joiner = {
  readonly personId?: string | undefined;
  readonly name?: string | undefined;
  readonly language?: Person['language'] | undefined;
  /** Where the invitation went to no mail. */
  readonly mail?: string | undefined;
  /** With which account they showed who they are, if with one. */
  readonly account?: Account;
};

/** A person who joined, and under which membership. */
export type Joined = { readonly personId: string; readonly membershipId: string };

/** Why nobody joins. */
export type NotJoined = {
  readonly refusal:
    | 'invitation-unknown'
    | `invitation-${Exclude<InvitationState, 'open'>}`
    | 'name-missing'
    | 'mail-taken'
    | 'joined-already';
};

type InvitationRow = {
  id: string;
  mail: string | null;
  language: Person['language'];
  organisation_id: string | null;
  roles: string[];
  service_ids: string[];
  state: InvitationState;
};

/** An account that somebody joins with was linked meanwhile. */
class AccountTaken extends Error {}

/** How invitations become persons and memberships: all of it or nothing. */
export class JoiningRepository {
  constructor(private readonly database: Database) {}

  /** Lets somebody join by an invitation, which is used up then. */
  async join(invited: Invited, joiner: Joiner): Promise<Joined | NotJoined> {
    return this.attempt(invited, joiner).catch((error: unknown) => {
      // Somebody joined with the same account at the same moment: it is theirs, and so are they.
      if (error instanceof AccountTaken) {
        return this.attempt(invited, joiner);
      }
      throw error;
    });
  }

  private attempt(invited: Invited, joiner: Joiner): Promise<Joined | NotJoined> {
    return this.database.transaction(async (sql) => {
      const [column, value] =
        'hash' in invited ? ['secret_hash', invited.hash] : ['invitation_id', invited.invitationId];
      const [invitation] = await sql.query<InvitationRow>(
        `SELECT invitation_id AS id, mail, language, organisation_id, roles, service_ids, ${stateOf} AS state
           FROM relais.invitation i WHERE ${column} = $1 FOR UPDATE`,
        [value],
      );
      if (invitation === undefined) {
        return { refusal: 'invitation-unknown' };
      }
      if (invitation.state !== 'open') {
        return { refusal: `invitation-${invitation.state}` };
      }
      const person = await personOf(sql, invitation, joiner);
      if ('refusal' in person) {
        return person;
      }
      const { personId, accountId } = person;
      const membershipId = await becomeMember(sql, personId, invitation);
      await sql.query('UPDATE relais.invitation SET accepted_at = now(), accepted_by = $2 WHERE invitation_id = $1', [
        invitation.id,
        personId,
      ]);
      await appendAudit(sql, { personId, action: 'invitation-accepted', about: ['invitation', invitation.id] });
      if (accountId !== undefined) {
        await appendAudit(sql, { personId, action: 'account-linked', about: ['account', accountId] });
      }
      return { personId, membershipId };
    });
  }
}

/** The person who joins, made now unless they were here before; the link has shown that the mail of the invitation is theirs. */
async function personOf(
  sql: Sql,
  invitation: InvitationRow,
  joiner: Joiner,
): Promise<{ readonly personId: string; readonly accountId?: string } | NotJoined> {
  const { account } = joiner;
  const [linked] =
    account === undefined
      ? []
      : await sql.query<{ id: string }>(
          'SELECT person_id AS id FROM relais.account WHERE issuer = $1 AND subject = $2',
          [account.issuer, account.subject],
        );
  const ofMail = await byMail(sql, invitation.mail);
  const found = linked?.id ?? joiner.personId ?? ofMail;
  if (account !== undefined && linked === undefined && joiner.personId === undefined && ofMail !== undefined) {
    // An account is never theirs because of a mail: they sign in as before, and link it themselves.
    return { refusal: 'mail-taken' };
  }
  const before = found === undefined ? undefined : await stillHere(sql, found);
  // A second membership would only take them away from the first.
  if (before !== undefined && (await isMember(sql, before, invitation.organisation_id))) {
    return { refusal: 'joined-already' };
  }
  const person = before === undefined ? await newPerson(sql, invitation, joiner) : { personId: before };
  if ('refusal' in person) {
    return person;
  }
  if (before !== undefined && invitation.mail !== null) {
    await sql.query(
      `UPDATE relais.person SET mail = $2 WHERE person_id = $1 AND mail IS NULL
          AND NOT EXISTS (SELECT FROM relais.person WHERE mail = $2)`,
      [before, invitation.mail],
    );
  }
  if (account !== undefined && linked === undefined) {
    const linking = await linkAccount(sql, person.personId, account);
    if (linking === 'taken') {
      throw new AccountTaken();
    }
    return { ...person, accountId: linking.accountId };
  }
  return person;
}

/** Whoever is erased at this moment is waited for, and is somebody new if they join all the same. */
async function stillHere(sql: Sql, personId: string): Promise<string | undefined> {
  const [found] = await sql.query<{ id: string }>(
    'SELECT person_id AS id FROM relais.person WHERE person_id = $1 AND erased_at IS NULL FOR KEY SHARE',
    [personId],
  );
  return found?.id;
}

async function byMail(sql: Sql, mail: string | null): Promise<string | undefined> {
  const [found] = await sql.query<{ id: string }>('SELECT person_id AS id FROM relais.person WHERE mail = $1', [mail]);
  return found?.id;
}

/** Somebody new, under a name that says nothing. */
async function newPerson(
  sql: Sql,
  { mail: invited, language }: InvitationRow,
  { name, language: own, mail: said, account }: Joiner,
): Promise<{ readonly personId: string } | NotJoined> {
  const mail = invited ?? said ?? null;
  if (name === undefined || (mail === null && account === undefined)) {
    return { refusal: 'name-missing' };
  }
  const [made] = await sql.query<{ id: string }>(
    `INSERT INTO relais.person (person_id, name, language, mail) VALUES ($1, $2, $3, $4)
     ON CONFLICT (mail) DO NOTHING RETURNING person_id AS id`,
    [randomUUID(), name, own ?? language, mail],
  );
  if (made !== undefined) {
    return { personId: made.id };
  }
  // By another invitation to the same mail, at the same moment.
  const other = await byMail(sql, invited);
  return other === undefined ? { refusal: 'mail-taken' } : { personId: other };
}

async function becomeMember(
  sql: Sql,
  personId: string,
  { organisation_id: organisationId, roles, service_ids: serviceIds }: InvitationRow,
): Promise<string> {
  const [made] = await sql.query<{ id: string }>(
    `INSERT INTO relais.membership (person_id, organisation_id, roles) VALUES ($1, $2, $3) RETURNING membership_id AS id`,
    [personId, organisationId, roles],
  );
  const membershipId = made?.id ?? '';
  await addServices(sql, membershipId, serviceIds);
  return membershipId;
}
