import type { FlowPurpose } from '#contracts/people';
import type { Database } from '../kernel/database.js';

/** A way to a provider and back that somebody began; `personId` is who was signed in, where that matters. */
export type Flow = {
  readonly providerId: string;
  readonly purpose: FlowPurpose;
  readonly returnTo: string;
  readonly personId: string | null;
  readonly invitationHash: Buffer | null;
};

type FlowRow = {
  provider_id: string;
  purpose: FlowPurpose;
  return_to: string;
  person_id: string | null;
  invitation_hash: Buffer | null;
};

/** Ways to a provider that are not ended yet, each under the hash of the secret that its browser keeps. */
export class FlowRepository {
  constructor(private readonly database: Database) {}

  /** Begins one that lasts so many minutes, and clears away those that are over. */
  async begin(hash: Buffer, flow: Flow, minutes: number): Promise<void> {
    await this.database.query(
      `WITH ended AS (DELETE FROM relais.sign_in_flow WHERE expires_at <= now())
       INSERT INTO relais.sign_in_flow (flow_hash, provider_id, purpose, return_to, person_id, invitation_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
      [hash, flow.providerId, flow.purpose, flow.returnTo, flow.personId, flow.invitationHash, minutes],
    );
  }

  /** Ends it, whatever comes of it: the second who asks finds none. */
  async take(hash: Buffer): Promise<Flow | undefined> {
    const [row] = await this.database.query<FlowRow>(
      `WITH taken AS (DELETE FROM relais.sign_in_flow WHERE flow_hash = $1 RETURNING *)
       SELECT provider_id, purpose, return_to, person_id, invitation_hash FROM taken WHERE expires_at > now()`,
      [hash],
    );
    return (
      row && {
        providerId: row.provider_id,
        purpose: row.purpose,
        returnTo: row.return_to,
        personId: row.person_id,
        invitationHash: row.invitation_hash,
      }
    );
  }
}
