import { randomUUID } from 'node:crypto';
import type { Person, Role } from '#contracts/people';
import {
  type InvitationState,
  type JoiningDecision,
  joiningOf,
  type JoiningRefusal,
  type KnownJoiner,
  takesPasskey,
  type WaysWithoutAccount,
} from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { type Account, linkAccount } from './account.repository.js';
import { appendAudit } from './audit-trail.repository.js';
import { stateOf } from './invitation.repository.js';
import { isMember } from './member.repository.js';
import { inOrder } from './persona-row.js';
import { addServices } from './unshared-work.js';

/** Who comes with the link of an invitation: somebody who is signed in, or who shows an account, or else who has its mail, or is new. */
export type Joiner = {
  readonly signedIn?: { readonly personId: string; readonly awaitsPasskey: boolean } | undefined;
  readonly name?: string | undefined;
  readonly language?: Person['language'] | undefined;
  /** Where the invitation went to no mail. */
  readonly mail?: string | undefined;
  /** With which account they showed who they are, if with one. */
  readonly account?: Account;
  /** How one signs in here, without an account. */
  readonly ways: WaysWithoutAccount;
};

/** A person who joined, and under which membership. */
export type Joined = { readonly personId: string; readonly membershipId: string };

/** Why nobody joined. */
export type NotJoined = { readonly refusal: JoiningRefusal };

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

/** How invitations become persons and memberships: all of it or nothing, as the domain decides. */
export class JoiningRepository {
  constructor(private readonly database: Database) {}

  /** What would be decided of who comes with the link of an invitation; nothing of it is used. */
  weigh(hash: Buffer, joiner: Joiner): Promise<JoiningDecision> {
    return this.database.transaction(async (sql) => decided(sql, await invitationOf(sql, hash), joiner));
  }

  /** Lets somebody join by an invitation, which is used up then. */
  async join(hash: Buffer, joiner: Joiner): Promise<Joined | NotJoined> {
    return this.attempt(hash, joiner).catch((error: unknown) => {
      // Somebody joined with the same account at the same moment: it is theirs, and so are they.
      if (error instanceof AccountTaken) {
        return this.attempt(hash, joiner);
      }
      throw error;
    });
  }

  private attempt(hash: Buffer, joiner: Joiner): Promise<Joined | NotJoined> {
    return this.database.transaction(async (sql) => {
      const invitation = await invitationOf(sql, hash);
      const decision = await decided(sql, invitation, joiner);
      if ('refusal' in decision) {
        return decision;
      }
      if (invitation === undefined) {
        return { refusal: 'invitation-unknown' };
      }
      const { personId = await newPerson(sql, invitation, joiner) } = decision;
      if (personId === undefined) {
        return { refusal: 'mail-taken' };
      }
      if (decision.personId !== undefined) {
        await giveMail(sql, personId, invitation.mail);
      }
      const accountId = await accountOf(sql, personId, joiner);
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

/** The invitation whose secret has this hash, which nobody else uses meanwhile. */
async function invitationOf(sql: Sql, hash: Buffer): Promise<InvitationRow | undefined> {
  const [invitation] = await sql.query<InvitationRow>(
    `SELECT invitation_id AS id, mail, language, organisation_id, roles, service_ids, ${stateOf} AS state
       FROM relais.invitation i WHERE secret_hash = $1 FOR UPDATE`,
    [hash],
  );
  return invitation;
}

/** Reads what the domain has to know, and asks it. */
async function decided(sql: Sql, invitation: InvitationRow | undefined, joiner: Joiner): Promise<JoiningDecision> {
  const { signedIn, account, name, mail, ways } = joiner;
  const invited = invitation?.mail ?? null;
  const house = invitation?.organisation_id ?? null;
  const here = await knownJoiner(sql, 'p.person_id = $1', [signedIn?.personId ?? null], house);
  const of = await knownJoiner(
    sql,
    'p.person_id = (SELECT person_id FROM relais.account WHERE issuer = $1 AND subject = $2)',
    [account?.issuer ?? null, account?.subject ?? null],
    house,
  );
  const said = invited === null ? (mail ?? null) : null;
  return joiningOf({
    state: invitation?.state,
    addressee: await knownJoiner(sql, 'p.mail = $1', [invited], house),
    signedIn: here && { ...here, awaitsPasskey: signedIn?.awaitsPasskey === true },
    account: account && { of },
    isNamed: name !== undefined,
    isReached: invited !== null || said !== null || account !== undefined,
    isTaken: (await knownJoiner(sql, 'p.mail = $1', [said], house)) !== undefined,
    ways,
  });
}

/** Somebody who is kept here; whoever is erased at this moment is waited for, and is somebody new if they join all the same. */
async function knownJoiner(
  sql: Sql,
  condition: string,
  values: readonly (string | null)[],
  organisationId: string | null,
): Promise<KnownJoiner | undefined> {
  if (values.includes(null)) {
    return undefined;
  }
  const [found] = await sql.query<{ id: string; roles: Role[] | null }>(
    `SELECT p.person_id AS id, (SELECT m.roles FROM relais.membership m
                                 WHERE m.person_id = p.person_id AND relais.holds_now(m.valid_from, m.valid_until)
                                 ORDER BY ${inOrder} LIMIT 1) AS roles
       FROM relais.person p WHERE p.erased_at IS NULL AND ${condition} FOR KEY SHARE OF p`,
    values,
  );
  return (
    found && {
      personId: found.id,
      isMember: found.roles !== null,
      isThere: await isMember(sql, found.id, organisationId),
      awaitsPasskey: found.roles !== null && takesPasskey({ roles: found.roles }),
    }
  );
}

/** Somebody new, under a name that says nothing; undefined when somebody else got the address at the same moment. */
async function newPerson(
  sql: Sql,
  { mail: invited, language }: InvitationRow,
  { name, language: own, mail: said }: Joiner,
): Promise<string | undefined> {
  const [made] = await sql.query<{ id: string }>(
    `INSERT INTO relais.person (person_id, name, language, mail) VALUES ($1, $2, $3, $4)
     ON CONFLICT (mail) DO NOTHING RETURNING person_id AS id`,
    [randomUUID(), name, own ?? language, invited ?? said ?? null],
  );
  return made?.id;
}

/** Gives somebody who has no address the one that the invitation went to. */
async function giveMail(sql: Sql, personId: string, mail: string | null): Promise<void> {
  await sql.query(
    `UPDATE relais.person SET mail = $2 WHERE person_id = $1 AND mail IS NULL AND $2::text IS NOT NULL
        AND NOT EXISTS (SELECT FROM relais.person WHERE mail = $2)`,
    [personId, mail],
  );
}

/** Links the account that they joined with, unless it was theirs; answers it when it is new. */
async function accountOf(sql: Sql, personId: string, { account }: Joiner): Promise<string | undefined> {
  const linking = account === undefined ? undefined : await linkAccount(sql, personId, account);
  if (linking === 'taken') {
    throw new AccountTaken();
  }
  return linking?.is === 'linked' ? linking.accountId : undefined;
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
