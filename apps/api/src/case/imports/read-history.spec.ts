import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseEvent, importColumns } from '#contracts/case';
import { workbookOf } from '#tables';
import { readHistory } from './read-history.js';

const batchId = '4f9a3c1e-8f7b-4d5e-9a6c-2b1d0e3f4a5b';
const rest = '2024-02-05,2024-06-30,fr,21009,horeca,company,1-4,3-4,distress,rent:1,phone,normal,recovered';
const fileOf = (references: readonly string[]) =>
  Buffer.from([importColumns.join(','), ...references.map((one) => `${one},${rest}`)].join('\n'));

async function read(references: readonly string[], secret = 'secret', file: Uint8Array = fileOf(references)) {
  const history = await readHistory({ file, today: '2026-11-29', batchId, secret: Buffer.from(secret) });
  if ('faults' in history) {
    throw new Error('a file without faults');
  }
  return { ...history, file };
}

type Entry = { readonly topic: string; readonly key: string; readonly event: CaseEvent };
const entriesOf = (text: string) => JSON.parse(text) as Entry[];

describe('a history', () => {
  it('is written in parts of a thousand cases, each with its line and its event', async () => {
    const { rows, parts, fileHash, file } = await read(Array.from({ length: 1_001 }, (_, at) => `A-${at}`));
    expect([rows, parts.map((part) => part.caseIds.length)]).toEqual([1_001, [1_000, 1]]);
    expect(parts.flatMap((part) => part.rows)).toEqual(Array.from({ length: 1_001 }, (_, at) => at + 2));
    const entries = parts.flatMap((part) => entriesOf(part.entries));
    expect(entries.map(({ key }) => key)).toEqual(parts.flatMap((part) => part.caseIds));
    expect(new Set(entries.map(({ event }) => event.caseId)).size).toBe(1_001);
    const [first] = entries;
    expect([first?.topic, CaseEvent.parse(first?.event)]).toMatchObject([
      'cases.v1',
      {
        id: `${first?.key}:1`,
        sequence: 1,
        time: '2024-06-30T12:00:00.000Z',
        by: { kind: 'import', batchId },
        type: 'relais.case.imported.v1',
        data: { openedOn: '2024-02-05T12:00:00.000Z', outcome: 'recovered' },
      },
    ]);
    expect(Buffer.from(fileHash)).toEqual(createHash('sha256').update(file).digest());
  });

  it('tells of the same case by the same reference, to who has the key', async () => {
    const idsOf = async (...given: Parameters<typeof read>) =>
      (await read(...given)).parts.flatMap(({ caseIds }) => caseIds);
    const [one, other] = await idsOf(['A-1', 'A-2']);
    expect(await idsOf(['A-2'])).toEqual([other]);
    expect(await idsOf(['A-1'])).toEqual([one]);
    expect(await idsOf(['A-1'], 'another')).not.toEqual([one]);
  });

  it('may be a workbook, of which the same events are made', async () => {
    const [columns = [], ...rows] = String(fileOf(['A-1', 'A-2']))
      .split('\n')
      .map((line) => line.split(','));
    const stream = workbookOf(
      columns.map((name) => ({ name, holds: 'text' })),
      rows,
    );
    const workbook = new Uint8Array(await new Response(stream).arrayBuffer());
    const told = await read([], 'secret', workbook);
    expect(told.parts).toEqual((await read(['A-1', 'A-2'])).parts);
    expect(Buffer.from(told.fileHash)).toEqual(createHash('sha256').update(workbook).digest());
    const damaged = { file: workbook.subarray(0, 200), today: '2026-11-29', batchId, secret: Buffer.from('secret') };
    expect(await readHistory(damaged)).toEqual({ faults: [{ row: 1, column: null, code: 'workbook' }] });
  });

  it('with faults is nothing but these', async () => {
    const file = fileOf(['']);
    expect(await readHistory({ file, today: '2026-11-29', batchId, secret: Buffer.from('secret') })).toEqual({
      faults: [{ row: 2, column: 'reference', code: 'missing' }],
    });
  });
});
