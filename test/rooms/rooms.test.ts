import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { outsiders, rooms } from '../../scripts/rooms/rooms.js';
import { circleIn, importsOf, loadedBy, sourcesIn, type Import } from './imports.js';

const nameOf = (folder: string) => folder.slice(folder.indexOf('/') + 1);
const roomOf = (file: string) => rooms.find(({ folder }) => file.startsWith(`${folder}/`));
const importsIn = (folder: string) => sourcesIn(folder).flatMap(importsOf);

/** Who imports whom among the folders directly below one folder; what lies there itself belongs to none. */
function subjectsOf(folder: string): Map<string, Set<string>> {
  const subjectIn = (file: string) =>
    file.startsWith(`${folder}/`) ? /^([^/]+)\//.exec(file.slice(folder.length + 1))?.[1] : undefined;
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of importsIn(folder)) {
    const [one, other] = [subjectIn(from), subjectIn(to)];
    if (one !== undefined && other !== undefined && one !== other) {
      edges.set(one, (edges.get(one) ?? new Set()).add(other));
    }
  }
  return edges;
}

const rank = (name: string) => rooms.findIndex(({ folder }) => nameOf(folder) === name);

describe('the rooms', () => {
  it.each(rooms)('$folder may import only rooms that stand above it in the table', (room) => {
    expect(room.mayImport.filter((name) => rank(name) < 0 || rank(name) >= rooms.indexOf(room))).toEqual([]);
  });

  it.each(rooms)('$folder imports what the table says, all of it and nothing else', ({ folder, mayImport }) => {
    const imported = new Set(
      importsIn(folder).flatMap(({ to }) => {
        const room = roomOf(to);
        return room === undefined || room.folder === folder ? [] : [nameOf(room.folder)];
      }),
    );
    expect([...imported].sort()).toEqual([...mayImport].sort());
  });

  it.each(rooms.filter(({ contractsAsTypes }) => contractsAsTypes))(
    '$folder takes only types and lists of codes from contracts',
    ({ folder }) => {
      const values = importsIn(folder).filter(
        ({ from, to, type }) =>
          !type && to.startsWith('libs/contracts/') && !to.includes('/codes/') && from !== 'workflows/bundle.ts',
      );
      expect(values).toEqual([]);
    },
  );

  it('keep apart by name what the house stands on, whatever is imported', () => {
    const only = (name: string) => outsiders.find(({ packages }) => packages.includes(name))?.in;
    expect(['pg', '@duckdb/*', 'kafkajs'].map(only)).toEqual([
      ['libs/persistence'],
      ['libs/archive'],
      ['libs/messaging'],
    ]);
    const pure = rooms.filter(({ contractsAsTypes }) => contractsAsTypes).map(({ folder }) => folder);
    expect(pure).toEqual(['libs/domain', 'libs/figures', 'workflows']);
    const mayNot = (name: string, ...others: readonly string[]) =>
      others.filter((folder) => only(name)?.includes(folder));
    expect(mayNot('zod', ...pure, 'apps/web')).toEqual([]);
    expect(mayNot('node:*', ...pure, 'libs/charts', 'apps/web')).toEqual([]);
    expect(rooms.find(({ folder }) => folder === 'libs/domain')?.mayImport).toEqual(['contracts']);
  });

  // What is made of a process leaves out what a library names and nobody uses.
  it('below the processes do nothing by being imported', () => {
    const libraries = rooms
      .filter(({ folder }) => folder.startsWith('libs/'))
      .flatMap(({ folder }) => sourcesIn(folder));
    expect(libraries.filter((file) => /^import ['"]/m.test(fs.readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('name the packages of others only where the table says', () => {
    const misplaced = rooms.flatMap(({ folder }) => {
      const foreign = outsiders.filter((one) => !one.in.includes(folder)).flatMap(({ packages }) => packages);
      const names = ({ to, from }: Import) =>
        from !== 'workflows/bundle.ts' &&
        foreign.some((one) => (one.endsWith('*') ? to.startsWith(one.slice(0, -1)) : to === one));
      return importsIn(folder).filter(names);
    });
    expect(misplaced).toEqual([]);
  });
});

describe('the subjects', () => {
  it.each(['libs/contracts/src', 'libs/domain/src', 'libs/persistence/src', 'apps/api/src'])(
    'of %s form no circle',
    (folder) => {
      expect(circleIn(subjectsOf(folder))).toBeUndefined();
    },
  );

  it.each(['libs/contracts/src', 'libs/persistence/src', 'apps/api/src'])(
    'of %s are unknown to its kernel',
    (folder) => {
      expect([...(subjectsOf(folder).get('kernel') ?? [])]).toEqual([]);
    },
  );
});

describe('a follower of the events', () => {
  it('loads Kafka and the contracts, and no other engine', () => {
    const loaded = [...loadedBy('libs/client/src/index.ts')];
    const own = new Set(loaded.flatMap((one) => roomOf(one)?.folder ?? []));
    expect([...own].sort()).toEqual(['libs/client', 'libs/contracts', 'libs/messaging']);
    const foreign = loaded.filter((one) => !/^(?:libs|node:)/.test(one));
    const packages = new Set(foreign.map((one) => /^(?:@[^/]+\/)?[^/]+/.exec(one)?.[0]));
    expect([...packages].sort()).toEqual(['kafkajs', 'lru-cache', 'zod']);
  });
});

describe('a file that somebody sends', () => {
  it('is read on a thread, and not where everybody waits for it', () => {
    const [process, thread] = ['main', 'aside'].map((name) => loadedBy(`apps/api/src/${name}.ts`));
    const readers = [
      'csv-parse/sync',
      'apps/api/src/outside/formats/index.ts',
      'apps/api/src/case/imports/read-file.ts',
    ];
    const loading = (program: ReadonlySet<string> | undefined) => readers.filter((one) => program?.has(one));
    expect([loading(process), loading(thread)]).toEqual([[], readers]);
  });

  it('is read without an engine', () => {
    const foreign = [...loadedBy('apps/api/src/aside.ts')].filter((one) => !/^(?:libs|apps|node:)/.test(one));
    expect(foreign.sort()).toEqual(['csv-parse/sync', 'hucre/xlsx', 'pino', 'prom-client', 'zod']);
  });
});
