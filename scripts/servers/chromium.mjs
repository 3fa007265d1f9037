import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cachedBuild, cacheFolder, inspectCache } from '../tools/cache.mjs';
import { run } from '../tools/processes.mjs';
import { findOnPath } from '../tools/programs.mjs';
import { Trouble } from '../tools/say.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string>} env to be laid over the environment of the process
 * @property {string[]} args
 * @property {string} taken
 */

/** Runs without a display, without root's sandbox, and asks nothing of the network by itself. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Finds a Chromium: from CHROMIUM_PATH, on PATH, or the one inside the npm package @sparticuz/chromium (Linux x64),
 * unpacked into the cache.
 * @returns {Promise<Browser>}
 */
export async function resolve() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!fs.existsSync(given)) {
      throw new Trouble(`CHROMIUM_PATH names ${given}, which does not exist.`);
    }
    return { executablePath: given, env: {}, args, taken: 'CHROMIUM_PATH' };
  }
  const onPath = findOnPath('chromium', 'google-chrome');
  if (onPath) {
    return { executablePath: onPath, env: {}, args, taken: `program on PATH (${onPath})` };
  }
  const { dir, taken } = await cachedBuild({ ...recipe(), build });
  const env = { LD_LIBRARY_PATH: path.join(dir, 'al2023/lib'), FONTCONFIG_FILE: path.join(dir, 'fonts.conf') };
  return { executablePath: path.join(dir, 'chromium'), env, args, taken };
}

/**
 * A program in this folder that starts the browser with what it needs around it; undefined where there is none.
 * @param {string} folder
 * @returns {Promise<string | undefined>}
 */
export async function programIn(folder) {
  try {
    const { executablePath, env } = await resolve();
    const file = path.join(folder, 'chromium.sh');
    const settings = Object.entries(env).map(([name, value]) => `${name}='${value}' `);
    fs.writeFileSync(file, `#!/bin/sh\n${settings.join('')}exec '${executablePath}' "$@"\n`, { mode: 0o755 });
    return file;
  } catch {
    return undefined;
  }
}

/** Whether the browser of the package is in the cache already. */
export function isCached() {
  return fs.existsSync(packageFile()) && inspectCache(cacheFolder(recipe())).state === 'whole';
}

function recipe() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(packageFile())) {
    throw new Trouble(
      'No Chromium was found: install `chromium` or `google-chrome`, or set CHROMIUM_PATH (on Linux x64, `npm ci` brings one).',
    );
  }
  /** @type {{ version: string }} */
  const { version } = JSON.parse(fs.readFileSync(packageFile(), 'utf8'));
  return {
    name: 'chromium',
    title: 'Chromium',
    version,
    ingredients: [fontsConfiguration],
    expected: 'unpacking, a few seconds, once',
  };
}

function packageFile() {
  const folders = createRequire(import.meta.url).resolve.paths('@sparticuz/chromium') ?? [];
  const files = folders.map((folder) => path.join(folder, '@sparticuz/chromium/package.json'));
  return files.find((file) => fs.existsSync(file)) ?? '';
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only when it believes to be in a Lambda.
 * @param {string} dir
 */
async function build(dir) {
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await run('Unpacking Chromium', process.execPath, ['--input-type=module', '-e', script], {
    cwd: path.dirname(packageFile()),
    env: { ...process.env, TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    log: `${dir}.log`,
  });
  fs.rmSync(path.join(dir, 'fonts/fonts.conf'), { force: true });
  fs.writeFileSync(path.join(dir, 'fonts.conf'), fontsConfiguration);
}
