// Part of `npm run build:processes`: makes of each process `dist/apps/<process>/main.js`, one file that starts in half the time of
// the thousand modules it is made of. Those stay where tsc wrote them; their `src/main.js` starts too, only later. The threads of the
// API start from `aside.js` beside it.
// The first argument is another `dist`, the others are the processes to make.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './tools/paths.mjs';

/** The processes, each with its programs and what only it leaves apart: a Temporal worker starts threads from files beside its own. */
const PROCESSES = {
  api: { programs: ['main', 'aside'], apart: [] },
  worker: { programs: ['main'], apart: [/^@temporalio\//] },
  projector: { programs: ['main'], apart: [] },
  archivist: { programs: ['main'], apart: [] },
};

/** What is loaded from `node_modules` by who needs it: native modules, and what few starts ever use. */
const APART = [/^@temporalio\/worker$/, /^@duckdb\//, /^playwright-core$/];

/** Looks for what TypeORM had before its version 1, and loads a second TypeORM for it. */
const OF_OLD_TYPEORM = /[\\/]@nestjs[\\/]typeorm[\\/].*typeorm-compat\.js$/;
const NOTHING_OLD = 'export const Connection = undefined, AbstractRepository = undefined;';

/** Whoever reads a log wants the places in our sources; with those of all packages a map is six times as long. */
const NO_PLACES = { mappings: '' };

const OWN_PLACE = /\bimport\.meta\.(url|dirname|filename)\b/g;

/** @param {string} dist @param {keyof typeof PROCESSES} name @param {string} entry */
async function bundle(dist, name, entry) {
  const folder = path.join(dist, 'apps', name);
  const program = await rolldown({
    input: { [entry]: path.join(folder, `src/${entry}.js`) },
    cwd: path.dirname(dist),
    platform: 'node',
    external: [...APART, ...PROCESSES[name].apart],
    plugins: [
      {
        name: 'relais',
        load: (id) => (OF_OLD_TYPEORM.test(id) ? NOTHING_OLD : ourModule(dist, id)),
        transform: (code, id) => ({
          code: inItsOldPlace(code, path.relative(folder, id)),
          map: id.startsWith(dist + path.sep) ? null : NO_PLACES,
        }),
      },
    ],
    onLog: (level, log, handle) => {
      // Nest and TypeORM try for packages that are not installed, and say so where something needs one.
      if (log.code !== 'UNRESOLVED_IMPORT') {
        handle(level, log);
      }
    },
  });
  await program.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    // Each program has chunks of its own, whatever they are called in another.
    chunkFileNames: `${entry}-[name].js`,
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await program.close();
}

/**
 * A module of ours with what tsc wrote of its source. What an index of a library names and nobody uses stays out, with the packages that only it needs.
 * @param {string} dist @param {string} file
 */
function ourModule(dist, file) {
  return file.startsWith(dist + path.sep) && file.endsWith('.js')
    ? {
        code: fs.readFileSync(file, 'utf8'),
        map: fs.readFileSync(`${file}.map`, 'utf8'),
        moduleSideEffects: !file.startsWith(path.join(dist, 'libs') + path.sep),
      }
    : undefined;
}

/** Who looks for files beside its own goes on finding them. @param {string} code @param {string} place seen from the bundle */
function inItsOldPlace(code, place) {
  const written = {
    url: `new URL(${JSON.stringify(place)}, import.meta.url).href`,
    dirname: `(import.meta.dirname + ${JSON.stringify(`/${path.dirname(place)}`)})`,
    filename: `(import.meta.dirname + ${JSON.stringify(`/${place}`)})`,
  };
  return code.replace(OWN_PLACE, (_, /** @type {keyof typeof written} */ what) => written[what]);
}

const [dist = path.join(root, 'dist'), ...names] = process.argv.slice(2);
for (const [name, { programs }] of Object.entries(PROCESSES)) {
  if (names.length === 0 || names.includes(name)) {
    for (const entry of programs) {
      await bundle(path.resolve(dist), name, entry);
    }
  }
}
