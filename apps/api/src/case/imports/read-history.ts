import { createHash, createHmac } from 'node:crypto';
import type { CaseEvent } from '#contracts/case';
import type { NewImport } from '#persistence/case';
import type { OutboxEntry } from '#persistence/kernel';
import { uuidFrom } from '../../kernel/system/uuid.js';
import { factsOf } from './columns.js';
import type { History, HistoryFile } from './history.js';
import { type FileRow, readFile } from './read-file.js';
import { withInstants } from './referrals.js';

/** Rows whose events are written as one text. */
const partSize = 1_000;

/** Performs `readingHistory`, on a thread. Events come back as texts, which cost nothing to pass on. */
export function readHistory({ file, today, batchId, secret }: HistoryFile): History {
  const { rows, faults } = readFile(file, today);
  if (faults.length > 0) {
    return { faults };
  }
  const parts: NewImport['parts'][number][] = [];
  for (let from = 0; from < rows.length; from += partSize) {
    const part = rows
      .slice(from, from + partSize)
      .map((one) => ({ row: one.row, event: eventOf(one, batchId, secret) }));
    const entries: readonly OutboxEntry[] = part.map(({ event }) => ({ topic: 'cases.v1', key: event.caseId, event }));
    parts.push({
      caseIds: part.map(({ event }) => event.caseId),
      rows: part.map(({ row }) => row),
      entries: JSON.stringify(entries),
    });
  }
  return { fileHash: createHash('sha256').update(file).digest(), rows: rows.length, parts };
}

/** Noon in UTC is the same calendar day everywhere in Europe. */
const noon = (date: string) => `${date}T12:00:00.000Z`;

function eventOf({ cells }: FileRow, batchId: string, secret: Uint8Array): CaseEvent {
  const mac = createHmac('sha256', secret).update(`relais import ${cells.reference}`).digest();
  const caseId = uuidFrom(mac);
  return {
    id: `${caseId}:1`,
    caseId,
    sequence: 1,
    time: noon(cells.closed_on),
    by: { kind: 'import', batchId },
    type: 'relais.case.imported.v1',
    data: {
      facts: factsOf(cells),
      openedOn: noon(cells.opened_on),
      closedOn: noon(cells.closed_on),
      outcome: cells.outcome,
      ...(cells.referrals !== undefined && {
        referrals: cells.referrals.map((one) => withInstants(one, noon)),
      }),
    },
  };
}
