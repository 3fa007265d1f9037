import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import type { IntoFile, QueryRunner } from '#archive';
import { csvLine, csvMannerOf, defused, plainCsv, type CsvManner } from '#contracts/kernel/codes';
import { answerOf, performingHere } from '../support/querying.js';

// Files that a spreadsheet opens: nothing in them becomes a formula, whatever parts the fields there.

let folder: string;
let here: Pick<QueryRunner, 'run'>;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-files-'));
  here = performingHere(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(sql: string, into: Partial<IntoFile>): Promise<Buffer> {
  const file = path.join(folder, 'kept');
  const whole = { kind: 'file', format: 'csv', csv: plainCsv, count: false, ...into } as const;
  const { fault } = await answerOf(here, sql, { into: whole, keep: async (made) => copyFileSync(made, file) });
  expect(fault).toBeUndefined();
  return readFileSync(file);
}

const csvOf = async (sql: string, csv: CsvManner) => (await bytesOf(sql, { csv })).toString('utf8');
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const attacks = [
  '=1+1',
  '+cmd|x',
  '-2+3',
  '@x',
  '\n=1',
  '\t=1',
  '\r@x',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '＝1',
  '－x',
  'a;=1',
  'a,=1',
  'a\t=1',
  'x,"=1',
  ',-1+cmd|x,',
];

/** Every way in which a text gets into a file. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'a text': (text) => literal(text),
  'a heading': (text) => `1 AS "${text.replaceAll('"', '""')}"`,
  'an enumeration': (text) => `${literal(text)}::ENUM(${literal(text)})`,
  'a JSON text': (text) => `to_json(${literal(text)})`,
  'a list': (text) => `[${literal(text)}]`,
  'a structure': (text) => `{'a': ${literal(text)}}`,
  'the name of a field': (text) => `{${literal(text)}: 1}`,
  'the key of a map': (text) => `MAP {${literal(text)}: 1}`,
  bytes: (text) => `encode(${literal(text)})`,
  'a code': (text) => `${literal(text)} AS type`,
};

/** Whether a program that parts the fields at this sign, and knows no quotes, or those at the beginning of a field, would see a formula. */
function formulasIn(csv: string, separator: string): string[] {
  return csv
    .split(/[\r\n]/)
    .flatMap((line) => line.split(separator))
    .map((field) => field.replace(/^\uFEFF?"?/, '').replace(/^[\s\u00a0\u200b]+/, ''))
    .filter((field) => /^[=+@＝＋－＠-]/.test(field) && !/^[-+]?[\d.,]+(e-?\d+)?[\]}"]*$/.test(field));
}

describe('a CSV file', () => {
  it.each(Object.entries(ways))('holds no formula, when it comes from %s', async (_, make) => {
    for (const language of ['fr', 'en'] as const) {
      const csv = await csvOf(`SELECT ${attacks.map(make).join(', ')}`, csvMannerOf(language));
      for (const separator of [',', ';', '\t']) {
        expect(formulasIn(csv, separator)).toEqual([]);
      }
    }
  });

  it('holds no formula in a cell beside harmless ones', async () => {
    const csv = await csvOf("SELECT 'a' AS x, '=1' AS y, 'b' AS z, NULL AS n, '=2' AS w", plainCsv);
    expect(csv).toBe("x,y,z,n,w\na,'=1,b,,'=2\n");
  });

  it('holds no formula made of what is no number', async () => {
    const csv = await csvOf(
      `SELECT '-inf'::DOUBLE, '-infinity'::DATE, '-infinity'::TIMESTAMP, INTERVAL '-1 month', -5, -5.5`,
      plainCsv,
    );
    expect(csv.split('\n')[1]).toBe("'-Infinity,'-infinity,'-infinity,'-1 month,-5,-5.5");
  });

  it('is written by the engine as `csvLine` writes it', async () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      ',',
      '|',
      '\t',
      '\n',
      '\r',
      '"',
      "'",
      ' ',
      '\u200b',
      '1',
      '5.5',
      'e',
      'a',
      'é',
      ']',
    );
    const texts = fc.sample(fc.string({ unit: piece, minLength: 1, maxLength: 8 }), { numRuns: 400, seed: 14 });
    for (const manner of [plainCsv, csvMannerOf('nl')]) {
      const rows = texts.map((text) => `(${literal(text)})`).join(', ');
      const csv = await csvOf(`SELECT t AS "=t" FROM (VALUES ${rows}) AS one (t)`, manner);
      const quoted = (text: string) => `"${defused(text).replaceAll('"', '""')}"`;
      const cells = csv.slice(manner.mark.length).match(/"(?:[^"]|"")*"\n|[^\n]*\n/g) ?? [];
      const read = cells.map((cell) =>
        cell.startsWith('"') ? cell.slice(0, -1) : quoted('').replace('""', `"${cell.slice(0, -1)}"`),
      );
      expect(read).toEqual(["'=t", ...texts.map(defused)].map((text) => `"${text.replaceAll('"', '""')}"`));
    }
  });

  it('has the separator, the decimal sign and the mark of a language', async () => {
    const sql = `SELECT 1.50 AS "a;b", 0.5::DOUBLE AS c, [1.5] AS d, 'x,y;z' AS e, NULL AS f, '' AS g, TIMESTAMPTZ '2026-03-02 09:00:00.5+01' AS h`;
    const rest = ',"x,y;z",,"",2026-03-02T08:00:00.500Z\n';
    expect(await csvOf(sql, plainCsv)).toBe(`"a;b",c,d,e,f,g,h\n1.50,0.5,[1.5]${rest}`);
    expect(await csvOf(sql, csvMannerOf('en'))).toBe(`\uFEFF"a;b",c,d,e,f,g,h\n1.50,0.5,[1.5]${rest}`);
    expect(await csvOf(sql, csvMannerOf('fr'))).toBe(
      '\uFEFF"a;b";c;d;e;f;g;h\n1,50;0,5;[1.5];"x,y;z";;"";2026-03-02T08:00:00.500Z\n',
    );
  });

  it('has its head alone when there are no rows', async () => {
    expect(await csvOf('SELECT 1 AS a, 2 AS b WHERE false', csvMannerOf('fr'))).toBe('\uFEFFa;b\n');
    expect(csvLine(['a', 'b'], plainCsv)).toBe('a,b');
  });
});

describe('a file of JSON', () => {
  it('has one line for each row, whatever line ends its JSON has', async () => {
    const sql = `SELECT '{"a":' || chr(13) || chr(10) || '"b\\nc"}' AS t, t::JSON AS j, [t::JSON] AS l FROM range(2)`;
    const text = (await bytesOf(sql, { format: 'ndjson' })).toString('utf8');
    const line = '{"t":"{\\"a\\":\\r\\n\\"b\\\\nc\\"}","j":{"a":  "b\\nc"},"l":[{"a":  "b\\nc"}]}';
    expect(text).toBe(`${line}\n${line}\n`);
  });
});

describe('a workbook', () => {
  it('holds texts, numbers and days as what they are, and no formula', async () => {
    const bytes = await bytesOf(
      `SELECT '=1+1' AS "=a", 1.5 AS b, 9007199254740993 AS c, DATE '2026-03-02' AS d, ['=x'] AS e, true AS f, NULL AS g, sum(7) AS h,
              TIMESTAMPTZ '2026-03-02 09:00:00.123456+01' AS i`,
      { format: 'xlsx' },
    );
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const [sheet] = sheets;
    expect(sheet?.rows).toEqual([
      ['=a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
      ['=1+1', 1.5, '9007199254740993', new Date('2026-03-02'), '["=x"]', true, null, 7, '2026-03-02T08:00:00.123456Z'],
    ]);
    expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('is not made when Excel could not open all of it', async () => {
    const into = { kind: 'file', format: 'xlsx', csv: plainCsv, count: false } as const;
    const { fault } = await answerOf(here, "SELECT repeat('x', 40000)", { into });
    expect(fault).toMatchObject({ code: 'size', reason: 'size' });
  });
});
