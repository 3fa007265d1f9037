import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ArchiveFile } from '#persistence/analysis';
import { compactionsOf, erasedMonthsOf, groupsOf, mostRows } from './compaction.js';

let made = 0;
function file(rows: number, month = '2026-09', stream = 'cases'): ArchiveFile {
  made += 1;
  return { fileId: `file-${made}`, stream, month, path: `${made}.parquet`, rows, bytes: rows, compacted: false };
}
const filesOf = (...rows: number[]) => rows.map((one) => file(one));
const sum = (files: readonly ArchiveFile[]) => files.reduce((all, { rows }) => all + rows, 0);

describe('compaction', () => {
  it('leaves a month with few files alone', () => {
    expect(compactionsOf(filesOf(1, 1, 1, 1, 1, 1, 1, 1))).toEqual([]);
  });

  it('joins the small files of a month that has many, and not the large ones among them', () => {
    const small = filesOf(5, 3, 8, 2, 9, 4, 6, 7);
    const [large, full] = filesOf(90_000, mostRows);
    const [compaction, ...others] = compactionsOf([
      ...small,
      ...(large && full ? [large, full] : []),
      file(1, '2026-08'),
    ]);
    expect(others).toEqual([]);
    expect(compaction).toMatchObject({ stream: 'cases', month: '2026-09' });
    expect(compaction?.files.map(({ rows }) => rows)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('ends whatever the files are, with few of them in each month, none too large, and no row lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: mostRows }), { maxLength: 60, size: 'max' }), (rows) => {
        let live = filesOf(...rows);
        for (let round = 0; ; round += 1) {
          expect(round).toBeLessThan(60);
          const [compaction] = compactionsOf(live);
          if (compaction === undefined) {
            break;
          }
          expect(compaction.files.length).toBeGreaterThan(1);
          live = [...live.filter((one) => !compaction.files.includes(one)), file(sum(compaction.files))];
        }
        expect(sum(live)).toBe(rows.reduce((all, one) => all + one, 0));
        expect(Math.max(0, ...live.map((one) => one.rows))).toBeLessThanOrEqual(mostRows);
      }),
    );
  });

  it('writes a row only a few times while a month grows file by file', () => {
    let live: ArchiveFile[] = [];
    let written = 0;
    for (let filing = 0; filing < 1_000; filing += 1) {
      live = [...live, file(20)];
      for (let [compaction] = compactionsOf(live); compaction !== undefined; [compaction] = compactionsOf(live)) {
        const { files } = compaction;
        written += sum(files);
        live = [...live.filter((one) => !files.includes(one)), file(sum(files))];
      }
    }
    expect(written / (1_000 * 20)).toBeLessThan(10);
  });

  it('groups files so that none that is made of them is too large', () => {
    const files = filesOf(600_000, 300_000, 200_000, mostRows, 1);
    expect(groupsOf(files).map((group) => group.map(({ rows }) => rows))).toEqual([
      [600_000, 300_000],
      [200_000],
      [mostRows],
      [1],
    ]);
  });

  it('names the months of erasures with their files, also a month without any', () => {
    const files = [file(1), file(2), file(3, '2026-08')];
    const erasures = [
      { stream: 'cases', month: '2026-09', subject: 'a' },
      { stream: 'cases', month: '2026-09', subject: 'b' },
      { stream: 'cases', month: '2026-07', subject: 'a' },
    ];
    expect(erasedMonthsOf(files, erasures)).toEqual([
      { stream: 'cases', month: '2026-09', files: files.slice(0, 2), erasures: erasures.slice(0, 2) },
      { stream: 'cases', month: '2026-07', files: [], erasures: erasures.slice(2) },
    ]);
  });
});
