import type { Saved, SavedRequest } from '#contracts/analysis';
import type { Database } from '../kernel/database.js';

/** A saved view or query as it is stored; whether it is the caller's own is for those who ask. */
export type StoredSaved = Omit<Saved, 'own'>;

type Kind = SavedRequest['content']['kind'];
type Row = {
  saved_id: string;
  name: string;
  shared: boolean;
  content: SavedRequest['content'];
  owner: string;
  owner_name: string | null;
  changed_at: Date;
};

const select = `
  SELECT saved_id, saved.name, shared, content, owner, person.name AS owner_name, changed_at
    FROM relais.saved JOIN relais.person ON person_id = owner`;

/** What analysts keep: views of the explorer, queries of the workbench. */
export class SavedRepository {
  constructor(private readonly database: Database) {}

  /** The person's own and those that others share, by name. */
  async findFor(personId: string, kind: Kind): Promise<StoredSaved[]> {
    const rows = await this.database.query<Row>(
      `${select} WHERE saved.kind = $2 AND (owner = $1 OR shared) ORDER BY lower(saved.name), saved_id`,
      [personId, kind],
    );
    return rows.map(savedOf);
  }

  async find(savedId: string): Promise<StoredSaved | undefined> {
    const [row] = await this.database.query<Row>(`${select} WHERE saved_id = $1`, [savedId]);
    return row && savedOf(row);
  }

  /** Stores it, or in place of the one with this id, which keeps its owner. */
  async store(savedId: string, owner: string, { name, shared, content }: SavedRequest): Promise<void> {
    await this.database.query(
      `INSERT INTO relais.saved (saved_id, kind, name, shared, content, owner, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (saved_id) DO UPDATE SET kind = excluded.kind, name = excluded.name, shared = excluded.shared,
         content = excluded.content, changed_at = excluded.changed_at`,
      [savedId, content.kind, name, shared, JSON.stringify(content), owner],
    );
  }

  async remove(savedId: string): Promise<void> {
    await this.database.query('DELETE FROM relais.saved WHERE saved_id = $1', [savedId]);
  }
}

function savedOf(row: Row): StoredSaved {
  return {
    savedId: row.saved_id,
    name: row.name,
    shared: row.shared,
    content: row.content,
    owner: row.owner,
    ownerName: row.owner_name,
    changedAt: row.changed_at.toISOString(),
  };
}
