import type { MigrationInterface, QueryRunner } from 'typeorm';
import { covered, guardOf } from '#domain/anonymity';

const linesAtOnce = 1_000;

type Line = { readonly id: string; readonly kind: string; readonly subject: string };

/** A filter stands in the audit as in an address; encoded it would hide what it says. */
function plainOf({ kind, subject }: Line): string {
  return kind === 'events' || kind === 'tail' ? decodeURIComponent(subject.replaceAll('+', ' ')) : subject;
}

/** A value with all its texts covered; of an object the one called `sql` is a query. */
function coveredIn(value: unknown, name?: string): unknown {
  if (typeof value === 'string') {
    return name === 'sql' ? covered(value, guardOf['refused-sql']) : covered(value);
  }
  if (Array.isArray(value)) {
    return value.map((one) => coveredIn(one));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, coveredIn(one, key)]))
    : value;
}

/** Searches and queries that were written down. */
async function coverAudit(runner: QueryRunner): Promise<void> {
  for (let last = '0'; ;) {
    const lines: Line[] = await runner.query(
      'SELECT audit_id::text AS id, kind, subject FROM relais.analysis_audit WHERE audit_id > $1 ORDER BY audit_id LIMIT $2',
      [last, linesAtOnce],
    );
    for (const line of lines) {
      const plain = plainOf(line);
      const kept = covered(plain);
      if (kept !== plain) {
        await runner.query('UPDATE relais.analysis_audit SET subject = $2 WHERE audit_id = $1', [line.id, kept]);
      }
    }
    const newest = lines.at(-1);
    if (newest === undefined) {
      return;
    }
    last = newest.id;
  }
}

/** What analysts have saved, and what was said about series. */
async function coverSaved(runner: QueryRunner): Promise<void> {
  const saved: { id: string; name: string; content: unknown }[] = await runner.query(
    'SELECT saved_id AS id, name, content FROM relais.saved',
  );
  for (const { id, name, content } of saved) {
    await runner.query('UPDATE relais.saved SET name = $2, content = $3 WHERE saved_id = $1', [
      id,
      covered(name),
      JSON.stringify(coveredIn(content)),
    ]);
  }
  const series: { id: string; title: unknown; unit: unknown; source: string; licence: string }[] = await runner.query(
    'SELECT series_id AS id, title, unit, source, licence FROM relais.outside_series',
  );
  const from = guardOf['refused-but-address'];
  for (const { id, title, unit, source, licence } of series) {
    await runner.query(
      'UPDATE relais.outside_series SET title = $2, unit = $3, source = $4, licence = $5 WHERE series_id = $1',
      [
        id,
        JSON.stringify(coveredIn(title)),
        JSON.stringify(coveredIn(unit)),
        covered(source, from),
        covered(licence, from),
      ],
    );
  }
}

/**
 * Packs and remarks can be withdrawn, and a pack keeps the PDF that was made of it. What was kept before the guard read it is covered where
 * it identifies somebody; how it does so is no part of the schema, and so it is not written out here.
 */
export class FreeTexts1764000000016 implements MigrationInterface {
  readonly name = 'FreeTexts1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.pack
        ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_by text, ADD COLUMN withdrawal_reason text,
        DROP CONSTRAINT pack_since_until_language_hash_key;
      CREATE UNIQUE INDEX pack_same ON relais.pack (since, until, language, hash) WHERE withdrawn_at IS NULL;
      ALTER TABLE relais.shared_figure
        ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_by text, ADD COLUMN withdrawal_reason text;
      CREATE TABLE relais.pack_pdf (
        pack_id uuid PRIMARY KEY REFERENCES relais.pack,
        template text NOT NULL,
        pdf bytea NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX pack_pdf_age ON relais.pack_pdf (asked_at);
    `);
    await coverAudit(runner);
    await coverSaved(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE relais.pack_pdf;
      DELETE FROM relais.pack WHERE withdrawn_at IS NOT NULL;
      DROP INDEX relais.pack_same;
      ALTER TABLE relais.pack
        DROP COLUMN withdrawn_at, DROP COLUMN withdrawn_by, DROP COLUMN withdrawal_reason,
        ADD UNIQUE (since, until, language, hash);
      ALTER TABLE relais.shared_figure DROP COLUMN withdrawn_at, DROP COLUMN withdrawn_by, DROP COLUMN withdrawal_reason;
    `);
  }
}
