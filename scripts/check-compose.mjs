// `node scripts/check-compose.mjs`: checks docker-compose.yml without Docker, with the library behind `docker compose config`.
import fs from 'node:fs';
import path from 'node:path';
import { cachedBuild } from './tools/cache.mjs';
import { root } from './tools/paths.mjs';
import { capture, run } from './tools/processes.mjs';
import { findGo, requireTool } from './tools/programs.mjs';
import { say, sayFailure, Trouble } from './tools/say.mjs';

const folder = path.join(root, 'infra/compose-check');
const file = path.join(root, 'docker-compose.yml');

/** @param {string} dir */
async function build(dir) {
  const purpose = 'Checking docker-compose.yml';
  const instead = 'run `docker compose config`';
  const go = requireTool(await findGo(), { name: 'Go', least: '1.25', purpose, instead });
  await run('Building the check', go.file, ['build', '-buildvcs=false', '-o', path.join(dir, 'check'), '.'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0' },
    log: `${dir}.log`,
  });
}

async function main() {
  const { dir } = await cachedBuild({
    name: 'compose-check',
    title: 'the check of compose files',
    version: '1',
    ingredients: ['main.go', 'go.mod', 'go.sum'].map((name) => fs.readFileSync(path.join(folder, name))),
    expected: 'about 20 seconds, once',
    build,
  });
  for (const profiles of [[], ['app']]) {
    const env = { ...process.env, POSTGRES_PASSWORD: 'check' };
    const { code, out } = await capture(path.join(dir, 'check'), [file, ...profiles], { env });
    if (code !== 0) {
      throw new Trouble(`docker-compose.yml is not valid: ${out.trim()}`);
    }
    say(`${profiles.length === 0 ? 'Servers' : `Profile ${profiles.join()}`}: ${out.trim()}`);
  }
}

main().catch(sayFailure);
