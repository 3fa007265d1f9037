import type { Pack, SharedFigure } from '#contracts/monitoring';
import type { Database, Sql } from '../kernel/database.js';
import { withdrawalOf, withdrawPacks, type Withdrawing, type WithdrawnRow } from './withdrawing.js';

/** What a pack shows of the figures that analysts shared. */
export type PinnedFigure = Pick<SharedFigure, 'figureId' | 'question' | 'remark'>;

/** A pack that is to be stored; `document` is the page as UTF-8. */
export type NewPack = Omit<Pack, 'bytes' | 'madeAt' | 'withdrawn'> & {
  readonly document: Buffer;
  readonly figures: readonly PinnedFigure[];
};

/** A pack with its page, and the shared figures it was made with. */
export type StoredPack = {
  readonly pack: Pack;
  readonly document: Buffer;
  readonly figures: readonly PinnedFigure[];
};

type Row = {
  pack_id: string;
  since: string;
  until: string;
  language: Pack['language'];
  epoch: string;
  hash: Buffer;
  bytes: number;
  made_at: Date;
  made_by: string;
} & WithdrawnRow;

const columns = `pack_id, since::text, until::text, language, epoch, hash, length(document) AS bytes, made_at, made_by,
  withdrawn_at, withdrawal_reason`;

/** Plenary packs. */
export class PackRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores the pack; the one that is there already when its page is the same.
   * @returns undefined when a remark on its page was withdrawn since it was written
   */
  async store(pack: NewPack): Promise<Pack | undefined> {
    const { packId, since, until, language, epoch, hash, document, madeBy, figures } = pack;
    return this.database.transaction(async (sql) => {
      if (!(await haveRemarks(sql, figures))) {
        return undefined;
      }
      const [row] = await sql.query<Row>(
        `INSERT INTO relais.pack (pack_id, since, until, language, epoch, hash, document, made_at, made_by, figures)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8, $9)
         ON CONFLICT (since, until, language, hash) WHERE withdrawn_at IS NULL DO UPDATE SET language = excluded.language
         RETURNING ${columns}`,
        [packId, since, until, language, epoch, Buffer.from(hash, 'hex'), document, madeBy, JSON.stringify(figures)],
      );
      if (row === undefined) {
        throw new Error('the pack was not stored');
      }
      return packOf(row);
    });
  }

  /** Takes its page away for good and tells so; one that was withdrawn before stays as it is. */
  async withdraw(packId: string, withdrawing: Withdrawing): Promise<void> {
    await this.database.transaction((sql) => withdrawPacks(sql, [packId], withdrawing));
  }

  /** The newest packs, newest first. */
  async findAll(most: number): Promise<Pack[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM relais.pack ORDER BY made_at DESC, pack_id LIMIT $1`,
      [most],
    );
    return rows.map(packOf);
  }

  /** The pack and its page, undefined when there is none. */
  async find(packId: string): Promise<StoredPack | undefined> {
    const [row] = await this.database.query<Row & Pick<StoredPack, 'document' | 'figures'>>(
      `SELECT ${columns}, document, figures FROM relais.pack WHERE pack_id = $1`,
      [packId],
    );
    return row && { pack: packOf(row), document: row.document, figures: row.figures };
  }
}

function packOf(row: Row): Pack {
  return {
    packId: row.pack_id,
    since: row.since,
    until: row.until,
    language: row.language,
    epoch: Number(row.epoch),
    hash: row.hash.toString('hex'),
    bytes: row.bytes,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    withdrawn: withdrawalOf(row),
  };
}

/**
 * False when one of these remarks is no more (withdrawn, or its figure taken back); until the transaction ends none of them can be
 * withdrawn.
 */
async function haveRemarks(sql: Sql, figures: readonly PinnedFigure[]): Promise<boolean> {
  const remarked = figures.filter(({ remark }) => remark !== '').map(({ figureId }) => figureId);
  const rows = await sql.query<WithdrawnRow & { removed_at: Date | null }>(
    `SELECT withdrawn_at, withdrawal_reason, removed_at FROM relais.shared_figure WHERE figure_id = ANY ($1::uuid[]) FOR SHARE`,
    [remarked],
  );
  return rows.every((row) => withdrawalOf(row) === null && row.removed_at === null);
}
