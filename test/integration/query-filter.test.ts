import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunner, whereOf } from '#archive';
import { EventFilter } from '#contracts/analysis';
import { archived, filesOf, writeEventFiles } from '../support/archive-world.js';
import { answerOf } from '../support/querying.js';

let folder: string;
let runner: QueryRunner;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-filter-'));
  runner = new QueryRunner({ folder, most: 2 });
  runner.start();
});

afterAll(async () => {
  await runner?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the filter of events', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ type: 'relais.case.opened.v1' }, [1]],
    [{ stream: 'directory' }, [3]],
    [{ case: 'abc' }, [1, 2]],
    [{ case: '00000000-0000-4000-8000-000000000001' }, [1, 2]],
    [{ from: '2026-03-02T09:00:00.000Z', until: '2026-03-02T09:00:00.000Z' }, [1, 3]],
    [{ profession: 'coach,lawyer' }, [2]],
    [{ difficulty: 'vat', municipality: '21009' }, [1, 2, 3]],
    [{ where: '$.to.profession = coach' }, [2]],
    [{ where: '$.to.profession != coach' }, [1, 3]],
    [{ where: '$.to.profession ~ COA' }, [2]],
    [{ where: '$.n > 9' }, [1]],
    [{ where: '$.n <= 9' }, [2, 3]],
    [{ where: '$.n < 9x' }, [1, 2, 3]],
    [{ where: '$.at >= 2026-01-01' }, [2]],
    [{ where: '$.nothing exists' }, []],
    [{ where: '$.to exists' }, [2]],
    [{ where: ['$.n exists', '$.list.1 = b'] }, [1]],
    [{ where: "$.to.profession = x' OR '1'='1" }, []],
    [{ where: 'sender = accountant' }, [1]],
    [{ where: 'sender != accountant' }, [2, 3]],
    [{ where: 'sender ~ MEDI' }, [2]],
    [{ where: 'sender exists' }, [1, 2]],
    [{ where: 'languages = nl' }, [1]],
    [{ where: 'languages != nl' }, [2, 3]],
    [{ where: 'languages exists' }, [1, 2]],
    [{ where: 'hop > 9' }, [1]],
    [{ where: ['hop <= 9', 'sender = mediator'] }, [2]],
  ])('%j', async (search, expected) => {
    const events = [
      archived({
        sender: 'accountant',
        languages: ['fr', 'nl'],
        hop: 10,
        data: { n: 10, list: ['a', 'b'], nothing: null },
      }),
      archived({
        position: 2,
        sequence: 2,
        type: 'relais.referral.sent.v1',
        profession: 'coach',
        sender: 'mediator',
        languages: ['fr'],
        hop: 2,
        time: '2026-04-01T00:00:00.000Z',
        data: { n: 9, to: { profession: 'coach' }, at: '2026-02-01T00:00:00.000Z' },
      }),
      archived({
        position: 3,
        stream: 'directory',
        subject: 'service',
        code: null,
        type: 'x',
        sender: null,
        languages: null,
        hop: null,
        data: { n: 2 },
      }),
    ];
    const written = await writeEventFiles(path.join(folder, 'filter'), events);
    const files = filesOf(path.join(folder, 'filter'), written);
    const where = whereOf(EventFilter.parse(search));
    const sql = `SELECT position FROM events WHERE ${where.sql} ORDER BY position`;
    const { rows, fault } = await answerOf(runner, sql, { files, parameters: where.parameters });
    expect([fault, rows.flat()]).toEqual([undefined, expected]);
  });
});
