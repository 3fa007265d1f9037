import type { AnyEvent } from '#contracts/catalogue';
import type { Origin } from '#contracts/kernel';
import type { Withdrawal } from '#contracts/monitoring';
import { putIntoOutbox } from '../kernel/outbox.repository.js';
import type { Sql } from '../kernel/database.js';

/** Who withdraws something, and why. */
export type Withdrawing = { readonly personId: string; readonly by: Origin; readonly reason: Withdrawal['reason'] };

/** Columns of what can be withdrawn. */
export type WithdrawnRow = {
  readonly withdrawn_at: Date | null;
  readonly withdrawal_reason: Withdrawal['reason'] | null;
};

/** The withdrawal in a row, null when nothing was withdrawn. */
export function withdrawalOf({ withdrawn_at: at, withdrawal_reason: reason }: WithdrawnRow): Withdrawal | null {
  return at === null || reason === null ? null : { at: at.toISOString(), reason };
}

/** Something that is withdrawn now: its only event. */
type Withdrawn = { readonly id: string; readonly at: Date } & (
  { readonly what: 'pack'; readonly hash: string } | { readonly what: 'remark' }
);

/** Lets everybody know what was withdrawn, once the transaction has ended. */
export async function announceWithdrawals(
  sql: Sql,
  withdrawn: readonly Withdrawn[],
  { by, reason }: Withdrawing,
): Promise<void> {
  await putIntoOutbox(
    sql,
    withdrawn.map((one) => {
      const { id: subject, at } = one;
      const about = { id: `${subject}:1`, subject, sequence: 1, time: at.toISOString(), by };
      const event: AnyEvent =
        one.what === 'pack'
          ? { ...about, type: 'relais.platform.pack-withdrawn.v1', data: { reason, hash: one.hash } }
          : { ...about, type: 'relais.platform.remark-withdrawn.v1', data: { reason } };
      return { topic: 'platform.v1', key: subject, event };
    }),
  );
}

/** Takes the pages of packs away for good, and what was printed of them; a pack that was withdrawn before stays as it is. */
export async function withdrawPacks(sql: Sql, packIds: readonly string[], withdrawing: Withdrawing): Promise<void> {
  const rows = await sql.query<{ pack_id: string; withdrawn_at: Date; hash: Buffer }>(
    `UPDATE relais.pack SET document = '', figures = '[]', withdrawn_at = clock_timestamp(), withdrawn_by = $2, withdrawal_reason = $3
      WHERE pack_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL RETURNING pack_id, withdrawn_at, hash`,
    [packIds, withdrawing.personId, withdrawing.reason],
  );
  await sql.query('DELETE FROM relais.pack_pdf WHERE pack_id = ANY ($1::uuid[])', [packIds]);
  await announceWithdrawals(
    sql,
    rows.map((row) => ({ what: 'pack', id: row.pack_id, at: row.withdrawn_at, hash: row.hash.toString('hex') })),
    withdrawing,
  );
}
