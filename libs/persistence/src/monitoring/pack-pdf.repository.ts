import type { Database, Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';

/** Most PDFs that are kept; those that nobody asked for longest go first, and are printed again when somebody does. */
const mostKept = 200;

/** What packs look like printed, once somebody asked. */
export class PackPdfRepository {
  constructor(private readonly database: Database) {}

  /** The PDF of a pack as a version of the template printed it; undefined when it has to be printed. */
  async find(packId: string, template: string): Promise<Buffer | undefined> {
    return findIn(this.database, packId, template);
  }

  /**
   * Prints the page of a pack and keeps the PDF; of all processes one prints at a time, and what another printed meanwhile is not printed
   * again.
   * @returns undefined when the pack was withdrawn, or is not there
   */
  async printed(
    packId: string,
    template: string,
    print: (page: string) => Promise<Buffer>,
  ): Promise<Buffer | undefined> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.printing]);
      const known = await findIn(sql, packId, template);
      if (known !== undefined) {
        return known;
      }
      const page = async (lock: string) => {
        const [row] = await sql.query<{ document: Buffer }>(
          `SELECT document FROM relais.pack WHERE pack_id = $1 AND withdrawn_at IS NULL ${lock}`,
          [packId],
        );
        return row?.document;
      };
      const document = await page('');
      if (document === undefined) {
        return undefined;
      }
      const pdf = await print(document.toString('utf8'));
      // It may have been withdrawn while it was printed; from here to the end it cannot be.
      if ((await page('FOR SHARE')) === undefined) {
        return undefined;
      }
      await sql.query(
        `INSERT INTO relais.pack_pdf (pack_id, template, pdf) VALUES ($1, $2, $3)
         ON CONFLICT (pack_id) DO UPDATE SET template = excluded.template, pdf = excluded.pdf, asked_at = now()`,
        [packId, template, pdf],
      );
      await sql.query(
        'DELETE FROM relais.pack_pdf WHERE pack_id IN (SELECT pack_id FROM relais.pack_pdf ORDER BY asked_at DESC OFFSET $1)',
        [mostKept],
      );
      return pdf;
    });
  }
}

async function findIn(sql: Sql, packId: string, template: string): Promise<Buffer | undefined> {
  const [row] = await sql.query<{ pdf: Buffer }>(
    'UPDATE relais.pack_pdf SET asked_at = now() WHERE pack_id = $1 AND template = $2 RETURNING pdf',
    [packId, template],
  );
  return row?.pdf;
}
