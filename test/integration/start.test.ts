import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { beyondHelp } from '#runtime';
import { script, type Running } from '../support/scripts.js';
import { until } from '../support/wait.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'relais-start-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => path.join(folder, name);

describe('the keys of an installation', () => {
  const secretsIn = async () => (await script('tools/secrets')).secretsIn(place('secrets.json'));

  it('are made once', async () => {
    const made = await secretsIn();
    expect(Object.keys(made)).toEqual(['PAYLOAD_KEYS', 'NOTES_KEY', 'DISCLOSURE_KEY']);
    expect(await secretsIn()).toEqual(made);
    expect(fs.statSync(place('secrets.json')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('that a version of before did not know are added, the others stay', async () => {
    const { DISCLOSURE_KEY: _new, ...before } = await secretsIn();
    fs.writeFileSync(place('secrets.json'), JSON.stringify(before));
    expect(await secretsIn()).toEqual({ ...before, DISCLOSURE_KEY: expect.any(String) });
    expect(await secretsIn()).toEqual(JSON.parse(fs.readFileSync(place('secrets.json'), 'utf8')));
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
    ['of something else', () => '["k1"]'],
  ])('are not made anew when their file is %s', async (_what, spoil) => {
    await secretsIn();
    const spoiled = spoil(fs.readFileSync(place('secrets.json'), 'utf8'));
    fs.writeFileSync(place('secrets.json'), spoiled);
    await expect(secretsIn()).rejects.toThrow(/holds no keys.*backup.*--fresh/);
    expect(fs.readFileSync(place('secrets.json'), 'utf8')).toBe(spoiled);
  });

  it.each(['postgres/data', 'temporal/temporal.sqlite'])('are not made anew where %s was written', async (sealed) => {
    fs.mkdirSync(place(sealed), { recursive: true });
    await expect(secretsIn()).rejects.toThrow(/is missing.*backup.*--fresh/);
    expect(fs.existsSync(place('secrets.json'))).toBe(false);
  });
});

describe('a process that ends', () => {
  /** A process that ends when the test says so. */
  function player() {
    let end: (how: { code: number | null; signal: NodeJS.Signals | null }) => void = () => undefined;
    const exited: Running['exited'] = new Promise((resolve) => (end = resolve));
    const running: Running = {
      pid: 1,
      exited,
      alive: () => true,
      stop: async () => end({ code: 0, signal: null }),
    };
    return { running, end: (code: number) => end({ code, signal: null }) };
  }

  async function supervised(forever = false) {
    const players: ReturnType<typeof player>[] = [];
    const pauses: number[] = [];
    const given: Error[] = [];
    let clock = 0;
    const { supervise } = await script('tools/supervisor');
    const { stop } = await supervise({
      name: 'the part',
      log: place('part.log'),
      start: async () => {
        players.push(player());
        return players[players.length - 1]?.running ?? player().running;
      },
      onGivenUp: (trouble) => given.push(trouble),
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
        await (forever ? new Promise(() => undefined) : undefined);
      },
      now: () => clock,
    });
    const ends = async (code = 1, after = 1_000) => {
      const started = players.length;
      clock += after;
      players.at(-1)?.end(code);
      await until(() => players.length > started || given.length > 0, 'what follows the end');
    };
    return { pauses, given, ends, stop, end: () => players.at(-1)?.end(1), starts: () => players.length };
  }

  it('again and again is started again for ever, after longer and longer pauses', async () => {
    const part = await supervised();
    for (let time = 0; time < 15; time += 1) {
      await part.ends();
    }
    expect(part.pauses.slice(0, 5)).toEqual([300, 300, 300, 300, 300]);
    expect(part.pauses).toEqual(part.pauses.toSorted((a, b) => a - b));
    expect(part.pauses.at(-1)).toBe(30_000);
    expect([part.starts(), part.given]).toEqual([16, []]);
    await part.ends(1, 60_000);
    expect(part.pauses.at(-1)).toBe(300);
    await part.stop();
  });

  it('and waits to be started again is stopped at once', async () => {
    const part = await supervised(true);
    part.end();
    await until(() => part.pauses.length > 0, 'it waits');
    await part.stop();
    expect(part.starts()).toBe(1);
  });

  it('because of what only a person can change is not started again, and its sentence is told', async () => {
    fs.writeFileSync(
      place('part.log'),
      '{"level":"info"}\nof before\n{"msg":1}\nNOTES_KEY is another.\nDo this.\n{}\n',
    );
    const part = await supervised();
    await part.ends(beyondHelp);
    expect(part.given[0]?.message).toMatch(/the part cannot run like this.*:\nNOTES_KEY is another\.\nDo this\.$/);
    expect([part.starts(), part.pauses]).toEqual([1, []]);
    await part.stop();
  });
});

/** Runs a script with the tools of `npm start` in a process of its own; `start` starts one that tells of its end in a file. */
function starting(body: string) {
  const tools = path.join(process.cwd(), 'scripts/tools');
  const child = `
    const fs = require('fs');
    const [place, name] = process.argv.slice(1);
    process.on('SIGTERM', () => { fs.appendFileSync(place + '/ends', name + ' '); process.exit(); });
    fs.writeFileSync(place + '/' + name + '.lives', '');
    setInterval(() => {}, 1_000_000);`;
  const text = `
    import { startProcess } from '${tools}/processes.mjs';
    import { recordProcesses } from '${tools}/leftovers.mjs';
    import { startGuardian } from '${tools}/guardian.mjs';
    const folder = '${folder}';
    const start = (name) => startProcess({ name, command: process.execPath, args: ['-e', ${JSON.stringify(child)}, folder, name],
      mark: folder, log: folder + '/' + name + '.log' });
    ${body}`;
  const started = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  started.stdout.on('data', (chunk) => (said += String(chunk)));
  return { said: () => said, kill: () => started.kill('SIGKILL'), exited: once(started, 'exit') };
}

const lives = (name: string) => until(() => fs.existsSync(place(`${name}.lives`)), `${name} lives`);
const ends = () => (fs.existsSync(place('ends')) ? fs.readFileSync(place('ends'), 'utf8') : '');

describe('what a start has started', () => {
  it('ends in good order, the last first, when the start is killed', async () => {
    const start = starting(`
      recordProcesses(folder + '/processes.json');
      startGuardian(folder);
      await start('engine');
      await start('application');`);
    await Promise.all([lives('engine'), lives('application')]);
    start.kill();
    await until(() => ends() === 'application engine ', 'both end, one after the other');
  });

  it('ends too when the guardian was killed before', async () => {
    const start = starting(`
      const { spawn } = await import('node:child_process');
      startGuardian(folder);
      await start('engine');
      const { pid } = process;
      const guardians = () => new Promise((resolve) => {
        let out = '';
        spawn('ps', ['-o', 'pid=,args=', '--ppid', String(pid)]).stdout.on('data', (text) => (out += text)).on('close', () =>
          resolve(out.split('\\n').filter((line) => line.includes('guardian.mjs')).map((line) => parseInt(line))));
      });
      const [first] = await guardians();
      process.kill(first, 'SIGKILL');
      for (let now = []; !(now.length === 1 && now[0] !== first); now = await guardians()) {}
      console.log('another');
      setInterval(() => {}, 1_000_000);`);
    await until(() => start.said().includes('another'), 'another guardian');
    await lives('engine');
    start.kill();
    await until(() => ends() === 'engine ', 'it ends');
  });

  it('goes on when it cannot be written down, which is made good later', async () => {
    const start = starting(`
      recordProcesses(folder + '/later/processes.json');
      const one = await start('one');
      await one.stop();
      const other = await start('other');
      console.log('goes on');`);
    await until(() => start.said().includes('goes on'), 'it goes on');
    expect(start.said()).toMatch(/cannot be written down/);
    fs.mkdirSync(place('later'));
    await until(() => fs.existsSync(place('later/processes.json')), 'it is written down');
    start.kill();
    await start.exited;
    const { endLeftovers } = await script('tools/leftovers');
    await lives('other');
    await endLeftovers(place('later/processes.json'));
    expect(ends()).toMatch(/other $/);
  });
});

describe('one start at a time', () => {
  it('holds the folder; a lock whose process is gone is taken over', async () => {
    const { takeLock } = await script('tools/lock');
    fs.writeFileSync(place('lock'), '999999999');
    const release = await takeLock(place('lock'), 'jest');
    await expect(takeLock(place('lock'), 'jest')).rejects.toThrow(/already runs/);
    release();
    (await takeLock(place('lock'), 'jest'))();
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('an engine', () => {
  it('that holds records is not formatted anew, whatever else is missing', async () => {
    const { start } = await script('servers/kafka');
    fs.mkdirSync(place('data/relais.cases.v1-0'), { recursive: true });
    const started = start({ dir: folder, port: 1, controllerPort: 2, log: place('log'), ways: [], brief: true });
    await expect(started).rejects.toThrow(/holds records and no meta\.properties.*backup/);
    expect(fs.existsSync(place('data/relais.cases.v1-0'))).toBe(true);
  });

  it('gets no new password to data that is there', async () => {
    const { start } = await script('servers/postgres');
    fs.mkdirSync(place('data'));
    await expect(start({ dir: folder, port: 1, log: place('log') })).rejects.toThrow(/password is missing.*backup/);
    expect(fs.readdirSync(folder)).toEqual(['data']);
  });
});
