import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importedCase, referredCase } from '../support/histories.js';
import { testBrokers } from '../support/kafka.js';
import { prepareGround, type Ground } from '../support/projection.js';
import { script } from '../support/scripts.js';
import { until } from '../support/wait.js';

const execute = promisify(execFile);

let ground: Ground;
const published = [...referredCase(0).events, importedCase(3)];

beforeAll(async () => {
  ground = await prepareGround();
  await ground.publisher.publish(published);
});
afterAll(() => ground?.stop());

describe('the console consumer in Java', () => {
  it('prints every event as a line, those of one case in order', async () => {
    const { libs } = await (await script('servers/kafka')).resolve();
    const java = await (await script('tools/maven')).requireJava('The console consumer', 'install a JDK');
    const program = 'docs/examples/ConsoleConsumer.java';
    const given = [testBrokers().join(','), ground.prefix, '--once'];
    const { stdout } = await execute(java.file, ['-cp', `${libs}/*`, program, ...given]);
    const lines = stdout.trimEnd().split('\n');
    const expected = published.map((event) =>
      [event.type, event.caseId, event.time, JSON.stringify({ by: event.by, data: event.data })].join('\t'),
    );
    expect([...lines].sort()).toEqual([...expected].sort());
    const [first] = published;
    expect(lines.filter((line) => line.includes(`\t${first?.caseId}\t`))).toEqual(expected.slice(0, -1));
  });
});

describe('the schema of an event', () => {
  it('is named by every record', async () => {
    const records = await ground.read('cases.v1');
    await until(() => records.length === published.length, 'all records are read');
    const named = records.map(({ headers }) => [headers['ce_type'], headers['ce_dataschema']]);
    expect(named).toEqual(named.map(([type]) => [type, `http://localhost:8400/schemas/${type}`]));
  });
});
