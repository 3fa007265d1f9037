import type { Pack, SharedFigure } from '#contracts/monitoring';
import type { Database } from '../kernel/database.js';

/** What a pack shows of the figures that analysts shared. */
export type PinnedFigure = Pick<SharedFigure, 'figureId' | 'question' | 'remark'>;

/** A pack that is to be stored; `document` is the page as UTF-8. */
export type NewPack = Omit<Pack, 'bytes' | 'madeAt'> & {
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
};

const columns = `pack_id, since::text, until::text, language, epoch, hash, length(document) AS bytes, made_at, made_by`;

/** Plenary packs. */
export class PackRepository {
  constructor(private readonly database: Database) {}

  /** Stores the pack; the one that is there already when its page is the same. */
  async store(pack: NewPack): Promise<Pack> {
    const { packId, since, until, language, epoch, hash, document, madeBy, figures } = pack;
    const [row] = await this.database.query<Row>(
      `INSERT INTO relais.pack (pack_id, since, until, language, epoch, hash, document, made_at, made_by, figures)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8, $9)
       ON CONFLICT (since, until, language, hash) DO UPDATE SET language = excluded.language
       RETURNING ${columns}`,
      [packId, since, until, language, epoch, Buffer.from(hash, 'hex'), document, madeBy, JSON.stringify(figures)],
    );
    if (row === undefined) {
      throw new Error('the pack was not stored');
    }
    return packOf(row);
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
  };
}
