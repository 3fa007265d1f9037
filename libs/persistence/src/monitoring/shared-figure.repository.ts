import type { SharedFigure, SharedFigureRequest } from '#contracts/monitoring';
import type { Database } from '../kernel/database.js';
import {
  announceWithdrawals,
  withdrawalOf,
  withdrawPacks,
  type Withdrawing,
  type WithdrawnRow,
} from './withdrawing.js';

type Row = {
  figure_id: string;
  question: SharedFigure['question'];
  remark: string;
  pinned: boolean;
  made_by: string;
  made_by_name: string | null;
  made_at: Date;
} & WithdrawnRow;

const columns = `figure_id, question, remark, pinned, made_by, made_at, withdrawn_at, withdrawal_reason,
  (SELECT name FROM relais.person WHERE person_id = made_by) AS made_by_name`;

/** Figures that left the analysts’ room. */
export class SharedFigureRepository {
  constructor(private readonly database: Database) {}

  async store(
    figureId: string,
    { question, remark, pinned }: SharedFigureRequest,
    madeBy: string,
  ): Promise<SharedFigure> {
    const [row] = await this.database.query<Row>(
      `INSERT INTO relais.shared_figure (figure_id, question, remark, pinned, made_by)
       VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
      [figureId, JSON.stringify(question), remark, pinned, madeBy],
    );
    if (row === undefined) {
      throw new Error('the figure was not stored');
    }
    return figureOf(row);
  }

  /** The newest figures, newest first. */
  async findAll(most: number): Promise<SharedFigure[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM relais.shared_figure WHERE removed_at IS NULL ORDER BY made_at DESC, figure_id LIMIT $1`,
      [most],
    );
    return rows.map(figureOf);
  }

  /** Figures for the next pack, in the order in which they were made. */
  async findPinned(): Promise<SharedFigure[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM relais.shared_figure WHERE pinned AND removed_at IS NULL ORDER BY made_at, figure_id`,
    );
    return rows.map(figureOf);
  }

  async find(figureId: string): Promise<SharedFigure | undefined> {
    const [row] = await this.database.query<Row>(
      `SELECT ${columns} FROM relais.shared_figure WHERE figure_id = $1 AND removed_at IS NULL`,
      [figureId],
    );
    return row && figureOf(row);
  }

  /** A figure, also one that was taken back: packs may still show its remark. */
  async findEver(figureId: string): Promise<SharedFigure | undefined> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM relais.shared_figure WHERE figure_id = $1`, [
      figureId,
    ]);
    return row && figureOf(row);
  }

  /** The figure with its pin as told; undefined when it is gone. */
  async pin(figureId: string, pinned: boolean): Promise<SharedFigure | undefined> {
    const [row] = await this.database.query<Row>(
      `UPDATE relais.shared_figure SET pinned = $2 WHERE figure_id = $1 AND removed_at IS NULL RETURNING ${columns}`,
      [figureId, pinned],
    );
    return row && figureOf(row);
  }

  /** Takes its remark away for good, with every pack that shows it, and tells so; one that was withdrawn before stays as it is. */
  async withdraw(figureId: string, withdrawing: Withdrawing): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [row] = await sql.query<{ withdrawn_at: Date }>(
        `UPDATE relais.shared_figure SET remark = '', withdrawn_at = clock_timestamp(), withdrawn_by = $2, withdrawal_reason = $3
          WHERE figure_id = $1 AND withdrawn_at IS NULL RETURNING withdrawn_at`,
        [figureId, withdrawing.personId, withdrawing.reason],
      );
      if (row === undefined) {
        return;
      }
      await announceWithdrawals(sql, [{ what: 'remark', id: figureId, at: row.withdrawn_at }], withdrawing);
      const packs = await sql.query<{ pack_id: string }>(
        `SELECT pack_id FROM relais.pack
          WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(figures) AS one WHERE one->>'figureId' = $1 AND one->>'remark' <> '')`,
        [figureId],
      );
      await withdrawPacks(
        sql,
        packs.map((pack) => pack.pack_id),
        withdrawing,
      );
    });
  }

  /** Takes it back: what it said is gone, and who wrote its remark stays known for the packs that show it. */
  async remove(figureId: string): Promise<void> {
    await this.database.query(
      `UPDATE relais.shared_figure SET remark = '', pinned = false, removed_at = clock_timestamp() WHERE figure_id = $1`,
      [figureId],
    );
  }
}

function figureOf(row: Row): SharedFigure {
  return {
    figureId: row.figure_id,
    question: row.question,
    remark: row.remark,
    pinned: row.pinned,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    madeAt: row.made_at.toISOString(),
    withdrawn: withdrawalOf(row),
  };
}
