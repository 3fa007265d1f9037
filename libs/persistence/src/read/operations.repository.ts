import type { DeadLetter, OperationsView } from '#contracts';
import { countWaiting } from '../write/progress.repository.js';
import type { Database } from './database.js';

const mostLetters = 200;
const mostParked = 200;

type LetterRow = Omit<DeadLetter, 'recordedAt' | 'redrivenAt'> & { recordedAt: Date; redrivenAt: Date | null };
type ParkedRow = Omit<OperationsView['parked'][number], 'since'> & { since: Date };
type OffsetRow = Omit<OperationsView['offsets'][number], 'updatedAt'> & { updatedAt: Date };

/** What those who run Relais look at. */
export class OperationsRepository {
  constructor(private readonly database: Database) {}

  /** Everything that waits for somebody; of dead letters and parked cases the latest. */
  async getView(): Promise<OperationsView> {
    const [letters, parked, offsets, waiting] = await Promise.all([
      this.findLetters(),
      this.findParked(),
      this.findOffsets(),
      countWaiting(this.database),
    ]);
    return { deadLetters: letters, parked, offsets, outboxWaiting: waiting.outbox };
  }

  private async findLetters(): Promise<DeadLetter[]> {
    const rows = await this.database.query<LetterRow>(
      `SELECT dead_letter_id::text AS "deadLetterId", topic, partition, "offset"::text AS "offset", key, reason, detail,
              recorded_at AS "recordedAt", redriven_at AS "redrivenAt"
         FROM relais.dead_letter ORDER BY redriven_at IS NOT NULL, recorded_at DESC LIMIT $1`,
      [mostLetters],
    );
    return rows.map(({ recordedAt, redrivenAt, ...letter }) => ({
      ...letter,
      recordedAt: recordedAt.toISOString(),
      redrivenAt: redrivenAt?.toISOString() ?? null,
    }));
  }

  private async findParked(): Promise<OperationsView['parked']> {
    const rows = await this.database.query<ParkedRow>(
      `SELECT p.subject, count(*)::int AS events, min(p.since) AS since,
              coalesce((SELECT max(l.sequence) FROM projection.event_log l
                         WHERE l.stream = p.stream AND l.subject = p.subject), 0) + 1 AS "waitingFor"
         FROM projection.parked p GROUP BY p.stream, p.subject ORDER BY min(p.since) DESC LIMIT $1`,
      [mostParked],
    );
    return rows.map(({ since, ...one }) => ({ ...one, since: since.toISOString() }));
  }

  private async findOffsets(): Promise<OperationsView['offsets']> {
    const rows = await this.database.query<OffsetRow>(
      `SELECT topic, partition, next::text AS next, updated_at AS "updatedAt"
         FROM projection.consumer_offset ORDER BY topic, partition`,
    );
    return rows.map(({ updatedAt, ...one }) => ({ ...one, updatedAt: updatedAt.toISOString() }));
  }
}
