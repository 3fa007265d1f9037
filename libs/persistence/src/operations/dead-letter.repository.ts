import type { DeadLetter } from '#contracts/operations';
import type { Sql } from '../kernel/database.js';

/** A record that could not be applied, as it is stored. */
export type StoredRecord = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
};

/** A stored record with what became of it. */
export type StoredDeadLetter = StoredRecord & {
  readonly reason: DeadLetter['reason'];
  readonly redriven: boolean;
};

/** Stores records that cannot be applied; answers those that were not stored before, in the order given. */
export async function recordDeadLetters<
  Dead extends { record: StoredRecord; fault: Pick<DeadLetter, 'reason' | 'detail'> },
>(sql: Sql, dead: readonly Dead[]): Promise<Dead[]> {
  const fresh: Dead[] = [];
  for (const one of dead) {
    const { record, fault } = one;
    const rows = await sql.query(
      `INSERT INTO relais.dead_letter (topic, partition, "offset", key, headers, value, reason, detail)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8) 
       ON CONFLICT (topic, partition, "offset", sha256(coalesce(value, ''::bytea))) DO NOTHING RETURNING 1 AS one`,
      [
        record.topic,
        record.partition,
        record.offset.toString(),
        storable(record.key),
        storable(JSON.stringify(record.headers)),
        record.value,
        fault.reason,
        storable(fault.detail),
      ],
    );
    fresh.push(...(rows.length > 0 ? [one] : []));
  }
  return fresh;
}

/** PostgreSQL has no place for the character 0 in texts. */
function storable<Value extends string | null>(text: Value): Value {
  return text === null ? text : (text.replaceAll('\u0000', '').replaceAll('\\u0000', '') as Value);
}

type Row = {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  headers: Record<string, string>;
  value: Buffer | null;
  reason: DeadLetter['reason'];
  redriven: boolean;
};

/** A dead letter, locked until the transaction ends; undefined when there is none. */
export async function lockDeadLetter(sql: Sql, deadLetterId: string): Promise<StoredDeadLetter | undefined> {
  const [row] = await sql.query<Row>(
    `SELECT topic, partition, "offset"::text AS "offset", key, headers, value, reason, redriven_at IS NOT NULL AS redriven
       FROM relais.dead_letter WHERE dead_letter_id::text = $1 FOR UPDATE`,
    [deadLetterId],
  );
  return row && { ...row, offset: BigInt(row.offset) };
}

/** Notes that the record was driven again. */
export async function markRedriven(sql: Sql, deadLetterId: string): Promise<void> {
  await sql.query('UPDATE relais.dead_letter SET redriven_at = now() WHERE dead_letter_id::text = $1', [deadLetterId]);
}

/** Notes what is still wrong with the record. */
export async function updateFault(
  sql: Sql,
  deadLetterId: string,
  fault: Pick<DeadLetter, 'reason' | 'detail'>,
): Promise<void> {
  await sql.query('UPDATE relais.dead_letter SET reason = $2, detail = $3 WHERE dead_letter_id::text = $1', [
    deadLetterId,
    fault.reason,
    storable(fault.detail),
  ]);
}
