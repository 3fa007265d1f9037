import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunner } from '#archive';
import { plainCsv } from '#contracts/kernel/codes';
import { noFiles } from '../support/archive-world.js';
import { answerOf } from '../support/querying.js';
import { until } from '../support/wait.js';

let folder: string;
let runner: QueryRunner;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-caps-'));
  runner = new QueryRunner({ folder, most: 2 });
  runner.start();
});

afterAll(async () => {
  await runner?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const scratchOf = (place: string) => readdirSync(path.join(place, 'scratch'));
const endless = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 1';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a result that is read slowly', () => {
  it('is never told as whole when it is not, at whatever moment it is stopped', async () => {
    for (const moment of ['while it is made', 'once it is made'] as const) {
      const stopping = new AbortController();
      const job = { sql: 'SELECT range AS r FROM range(9000)', parameters: {}, files: noFiles };
      const into = { kind: 'rows', rows: 10_000, bytes: 8_000_000 } as const;
      let [rows, told] = [0, -1];
      for await (const message of runner.run({ ...job, into }, { seconds: 30, signal: stopping.signal })) {
        if (message.kind === 'columns') {
          const [pid = 0] = runner.pids;
          await until(() => moment === 'while it is made' || !isAlive(pid), 'the process has said all');
          stopping.abort();
        }
        rows += message.kind === 'rows' ? message.rows.length : 0;
        told = message.kind === 'done' ? message.rows : told;
      }
      expect([moment, told]).toEqual([moment, moment === 'once it is made' ? 9_000 : -1]);
      expect(told === -1 || rows === told).toBe(true);
    }
  });
});

describe('a result', () => {
  it('is whole when it fits, and says its columns', async () => {
    const sql = `SELECT 1 AS a, 'x' AS b, TIMESTAMPTZ '2026-01-02 03:04:05+00:00' AS c, DATE '2026-01-02' AS d, [1, 2] AS e,
                        {'a': [true]} AS f, NULL AS g, 9007199254740993 AS h, sum(7) AS i, 0.5::DOUBLE AS j, 1.50 AS k, '{"z":1}'::JSON AS l,
                        2 AS a, INTERVAL 1 DAY AS m, TIMESTAMP '2026-01-02 03:04:05.678' AS n`;
    const { columns, rows, cut } = await answerOf(runner, sql);
    expect(cut).toBeNull();
    expect(rows).toEqual([
      [
        1,
        'x',
        '2026-01-02T03:04:05.000Z',
        '2026-01-02',
        [1, 2],
        { a: [true] },
        null,
        '9007199254740993',
        7,
        0.5,
        '1.50',
        { z: 1 },
        2,
        '1 day',
        '2026-01-02T03:04:05.678',
      ],
    ]);
    expect(columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a number',
      'b text',
      'c time',
      'd time',
      'e other',
      'f other',
      'g number',
      'h number',
      'i number',
      'j number',
      'k number',
      'l other',
      'a_1 number',
      'm other',
      'n time',
    ]);
  });

  it('is cut at the cap of rows, and says so', async () => {
    const into = { kind: 'rows', rows: 1_000, bytes: 8_000_000 } as const;
    const more = await answerOf(runner, 'SELECT range FROM range(1001) ORDER BY range DESC', { into });
    expect([more.rows.length, more.cut, more.rows[0]]).toEqual([1_000, 'rows', [1_000]]);
    const all = await answerOf(runner, 'SELECT range FROM range(1000)', { into });
    expect([all.rows.length, all.cut]).toEqual([1_000, null]);
  });

  it('is cut at the cap of bytes, and says so', async () => {
    const into = { kind: 'rows', rows: 1_000, bytes: 10_000 } as const;
    const { rows, cut } = await answerOf(runner, "SELECT repeat('x', 1000) FROM range(100)", { into });
    expect([rows.length, cut]).toEqual([9, 'bytes']);
    const huge = await answerOf(runner, "SELECT repeat('x', 100000)", { into });
    expect([huge.rows.length, huge.cut]).toEqual([0, 'bytes']);
  });
});

describe('too much', () => {
  it.each([
    ['a list of everything', 'SELECT list(range) FROM range(400000000)'],
    ['a huge text', "SELECT length(repeat('x', 2000000000) || repeat('y', 2000000000))"],
    ['a text of all rows', "SELECT length(string_agg(repeat('x', 1000), '')) FROM range(10000000)"],
    ['groups without number', 'SELECT list(a.range), b.range FROM range(100000) a, range(100000) b GROUP BY b.range'],
    ['a huge list', 'SELECT range(2000000000)'],
  ])('memory: %s is a fault and no short result', async (_, sql) => {
    const { rows, cut, fault } = await answerOf(runner, sql);
    expect([rows, cut, fault?.code]).toEqual([[], undefined, 'memory']);
  });

  it.each([
    ['a cross join', endless],
    [
      'a recursion without end',
      'WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r) SELECT max(x) FROM r',
    ],
    [
      'a recursion that doubles',
      'WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x FROM r, range(2)) SELECT count(*) FROM r',
    ],
  ])('time: %s is a fault and no short result', async (_, sql) => {
    const { rows, cut, fault } = await answerOf(runner, sql, { seconds: 0.5 });
    expect([rows, cut]).toEqual([[], undefined]);
    expect(['time', 'memory']).toContain(fault?.code);
  });

  it('at a time is told so, and leaves the others alone', async () => {
    const aborting = new AbortController();
    const two = [1, 2].map(() => answerOf(runner, endless, { signal: aborting.signal }));
    await until(() => runner.pids.length === 2, 'two queries run');
    expect((await answerOf(runner, 'SELECT 1')).fault?.code).toBe('busy');
    aborting.abort();
    expect((await Promise.all(two)).map((one) => one.fault?.code)).toEqual(['stopped', 'stopped']);
    expect((await answerOf(runner, 'SELECT 1')).rows).toEqual([[1]]);
  });
});

describe('a query process', () => {
  const isThere = (pid: number) => existsSync(`/proc/${pid}`);

  it('is gone when the query is stopped', async () => {
    const aborting = new AbortController();
    const answer = answerOf(runner, endless, { signal: aborting.signal });
    const [pid = 0] = await until(() => runner.pids.length > 0 && runner.pids, 'the query runs');
    expect(isThere(pid)).toBe(true);
    aborting.abort();
    expect((await answer).fault?.code).toBe('stopped');
    expect(isThere(pid)).toBe(false);
  });

  it('that is killed gives a fault and no short result', async () => {
    const answer = answerOf(runner, endless);
    const [pid = 0] = await until(() => runner.pids.length > 0 && runner.pids, 'the query runs');
    process.kill(pid, 'SIGKILL');
    expect(await answer).toMatchObject({ rows: [], fault: { code: 'memory' } });
    const again = answerOf(runner, endless);
    const [other = 0] = await until(() => runner.pids.length > 0 && runner.pids, 'the query runs');
    process.kill(other, 'SIGSEGV');
    expect(await again).toMatchObject({ rows: [], fault: { code: 'failed' } });
  });

  it('knows nothing of ours, and has the limits of the system', async () => {
    const aborting = new AbortController();
    const answer = answerOf(runner, endless, { signal: aborting.signal });
    const [pid = 0] = await until(() => runner.pids.length > 0 && runner.pids, 'the query runs');
    // The shell that set the limits has become Node by now.
    await until(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child.js'), 'the program runs');
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .filter((one) => !/^(PWD=.*)?$/.test(one));
    expect(variables).toEqual([]);
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
    const softOf = (name: string) => Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(limits)?.[1]);
    expect(softOf('Max cpu time')).toBe(70);
    expect(softOf('Max data size')).toBeLessThanOrEqual(2_000_000_000);
    expect(softOf('Max file size')).toBeLessThanOrEqual(1_000_000_000);
    expect(softOf('Max open files')).toBe(1_024);
    aborting.abort();
    await answer;
  });

  it('leaves no scratch folder, and none is there when all are stopped', async () => {
    const own = mkdtempSync(path.join(os.tmpdir(), 'relais-scratch-'));
    const other = new QueryRunner({ folder: own, warm: 1 });
    other.start();
    await answerOf(other, 'SELECT 1');
    expect(scratchOf(own)).toHaveLength(1);
    await other.stop();
    expect(scratchOf(own)).toEqual([]);
    expect((await answerOf(other, 'SELECT 1')).fault?.code).toBe('busy');
    rmSync(own, { recursive: true });
  });
});

describe('a file', () => {
  const kept = () => path.join(folder, 'kept');
  const make = (sql: string, format: 'csv' | 'ndjson' | 'parquet') =>
    answerOf(runner, sql, {
      into: { kind: 'file', format, csv: plainCsv, count: false },
      keep: async (file) => copyFileSync(file, kept()),
    });

  it('of CSV says moments in ISO 8601, and guards what a spreadsheet would take for a formula', async () => {
    await make(
      `SELECT TIMESTAMPTZ '2026-01-02 03:04:05+00:00' AS at, v AS text, v AS code, [1, 2] AS list
         FROM (VALUES ('=1+1'), ('+x'), ('-x'), ('-1.5'), ('@x'), ('plain'), (NULL)) AS one (v)`,
      'csv',
    );
    const at = '2026-01-02T03:04:05.000Z';
    expect(readFileSync(kept(), 'utf8').trimEnd().split('\n')).toEqual([
      'at,text,code,list',
      `${at},'=1+1,'=1+1,"[1,2]"`,
      `${at},'+x,'+x,"[1,2]"`,
      `${at},'-x,'-x,"[1,2]"`,
      `${at},-1.5,-1.5,"[1,2]"`,
      `${at},'@x,'@x,"[1,2]"`,
      `${at},plain,plain,"[1,2]"`,
      `${at},,,"[1,2]"`,
    ]);
  });

  it('of NDJSON keeps lists, objects and large numbers', async () => {
    await make(`SELECT [1, 2] AS list, '{"z":{"y":1}}'::JSON AS data, sum(7) AS sum, now() IS NULL AS no`, 'ndjson');
    expect(readFileSync(kept(), 'utf8').trimEnd()).toBe('{"list":[1,2],"data":{"z":{"y":1}},"sum":7,"no":false}');
  });

  it('is not there when the query fails in the middle', async () => {
    rmSync(kept(), { force: true });
    const { fault } = await make(
      "SELECT CASE WHEN range < 3000000 THEN range ELSE error('no') END FROM range(4000000)",
      'csv',
    );
    expect(fault?.code).toBe('refused');
    const later = await make(
      "SELECT CASE WHEN range < 3000000 THEN '1' ELSE 'x' END::INTEGER FROM range(4000000)",
      'csv',
    );
    expect(later.fault?.code).toBe('invalid');
    expect(existsSync(kept())).toBe(false);
  });
});
