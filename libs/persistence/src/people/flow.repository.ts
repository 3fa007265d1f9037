import type { FlowPurpose, Person } from '#contracts/people';
import type { Database } from '../kernel/database.js';

/**
 * A way to a provider and back that somebody began; `personId` is who was signed in, where that matters. Of whoever accepts an invitation
 * it knows the hash of its secret, and what they want to be called.
 */
export type Flow = {
  readonly providerId: string;
  readonly purpose: FlowPurpose;
  readonly returnTo: string;
  readonly personId: string | null;
  readonly invitationHash: Buffer | null;
  readonly joinerName: string | null;
  readonly joinerLanguage: Person['language'] | null;
};

const columns = `provider_id AS "providerId", purpose, return_to AS "returnTo", person_id AS "personId",
  invitation_hash AS "invitationHash", joiner_name AS "joinerName", joiner_language AS "joinerLanguage"`;

/** Ways to a provider that are not ended yet, each under the hash of the secret that its browser keeps. */
export class FlowRepository {
  constructor(private readonly database: Database) {}

  /** Begins one that lasts so many minutes, and clears away those that are over. */
  async begin(hash: Buffer, flow: Flow, minutes: number): Promise<void> {
    const { providerId, purpose, returnTo, personId, invitationHash, joinerName, joinerLanguage } = flow;
    await this.database.query(
      `WITH ended AS (DELETE FROM relais.sign_in_flow WHERE expires_at <= now())
       INSERT INTO relais.sign_in_flow (flow_hash, provider_id, purpose, return_to, person_id, invitation_hash, joiner_name,
         joiner_language, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(mins => $9))`,
      [hash, providerId, purpose, returnTo, personId, invitationHash, joinerName, joinerLanguage, minutes],
    );
  }

  /** Ends it, whatever comes of it: the second who asks finds none. */
  async take(hash: Buffer): Promise<Flow | undefined> {
    const [flow] = await this.database.query<Flow>(
      `WITH taken AS (DELETE FROM relais.sign_in_flow WHERE flow_hash = $1 RETURNING *)
       SELECT ${columns} FROM taken WHERE expires_at > now()`,
      [hash],
    );
    return flow;
  }
}
