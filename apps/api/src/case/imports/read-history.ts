import { createHash, createHmac } from 'node:crypto';
import type { CaseEvent } from '#contracts/case';
import { importLimits } from '#contracts/case/codes';
import type { NewImport } from '#persistence/case';
import type { OutboxEntry } from '#persistence/kernel';
import { type ReadCell, sheetsOf, WorkbookUnreadable } from '#tables';
import { entriesOf, isZip, storedZip, ZipFault } from '../../kernel/files/zip.js';
import { uuidFrom } from '../../kernel/system/uuid.js';
import { factsOf } from './columns.js';
import type { History, HistoryFile } from './history.js';
import { type FileRow, readFile } from './read-file.js';
import { withInstants } from './referrals.js';

/** Rows whose events are written as one text. */
const partSize = 1_000;

/** Performs `readingHistory`, on a thread. Events come back as texts, which cost nothing to pass on. */
export async function readHistory({ file, today, batchId, secret }: HistoryFile): Promise<History> {
  const opened = isZip(file) ? await rowsOfWorkbook(file) : file;
  if (opened === undefined) {
    return { faults: [{ row: 1, column: null, code: 'workbook' }] };
  }
  const { rows, faults } = readFile(opened, today);
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

/** The one filled sheet of a workbook as rows of a CSV, each on the line that it has in the sheet; undefined when it cannot be read. */
async function rowsOfWorkbook(file: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const sheets = await sheetsOf(storedZip(entriesOf(file)), importLimits.rows + 2);
    const [sheet, ...others] = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
    const cellOf = (cell: ReadCell) => `"${String(cell).replaceAll(/\s+/g, ' ').replaceAll('"', '""')}"`;
    const lines = sheet?.rows.map((row) => (row.every((cell) => cell === '') ? '' : row.map(cellOf).join(';')));
    return lines === undefined || others.length > 0 ? undefined : Buffer.from(lines.join('\n'));
  } catch (error) {
    if (error instanceof ZipFault || error instanceof WorkbookUnreadable) {
      return undefined;
    }
    throw error;
  }
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
