/** A room of the house: a folder whose files may import the rooms below it and nothing else of Relais. */
export type Room = {
  readonly folder: string;
  /** Rooms it may import, by the name that stands in the import: `contracts` is `#contracts/...`. */
  readonly mayImport: readonly string[];
  /** What to do instead of importing another one. */
  readonly instead: string;
  /** Of contracts only types and lists of codes, which are free of zod. */
  readonly contractsAsTypes?: true;
};

const app = 'An app stands alone: what two of them need goes down into a library.';
const engineless = 'Pass in what it needs: this room knows no engine.';

/**
 * Who may import whom, from the bottom to the top: a room imports only rooms that stand above it in this list.
 * `npm run gen` makes the rules of the linter from it, and a test compares it with what is imported.
 */
export const rooms: readonly Room[] = [
  { folder: 'libs/contracts', mayImport: [], instead: 'Contracts are the bottom: nothing of Relais may be imported.' },
  {
    folder: 'libs/charts',
    mayImport: [],
    instead: 'Charts are drawn from their props alone, in a browser and on paper: pass in data and words.',
  },
  {
    folder: 'libs/disclosure',
    mayImport: [],
    instead: 'What is published depends on its arguments alone: pass in what it needs.',
  },
  {
    folder: 'libs/tables',
    mayImport: [],
    instead: 'A table becomes a file from its arguments alone: pass in rows and words.',
  },
  { folder: 'libs/runtime', mayImport: [], instead: 'Every process needs this room: it knows no subject.' },
  { folder: 'libs/domain', mayImport: ['contracts'], instead: engineless, contractsAsTypes: true },
  { folder: 'libs/figures', mayImport: ['contracts', 'domain', 'charts'], instead: engineless, contractsAsTypes: true },
  {
    folder: 'libs/persistence',
    mayImport: ['contracts', 'domain', 'runtime'],
    instead: 'PostgreSQL keeps what the core derived: a rule goes to libs/domain, Kafka and Temporal to an app.',
  },
  {
    folder: 'libs/messaging',
    mayImport: ['contracts'],
    instead: 'Kafka and nothing else: what uses it beside another engine goes to an app.',
  },
  {
    folder: 'libs/archive',
    mayImport: ['contracts', 'domain', 'tables'],
    instead: 'DuckDB and nothing else: what uses it beside another engine goes to an app.',
  },
  {
    folder: 'libs/client',
    mayImport: ['contracts', 'messaging'],
    instead: 'Others run this room without our engines: Kafka and the contracts are all it may load.',
  },
  {
    folder: 'workflows',
    mayImport: ['contracts', 'domain'],
    instead: 'A workflow is a shell around the domain: effects come from an activity.',
    contractsAsTypes: true,
  },
  {
    folder: 'libs/temporal',
    mayImport: ['contracts', 'domain', 'workflows'],
    instead: 'Temporal and nothing else: what uses it beside another engine goes to an app.',
  },
  {
    folder: 'apps/api',
    mayImport: [
      'archive',
      'contracts',
      'disclosure',
      'domain',
      'figures',
      'messaging',
      'persistence',
      'runtime',
      'tables',
      'temporal',
    ],
    instead: app,
  },
  {
    folder: 'apps/worker',
    mayImport: ['contracts', 'disclosure', 'messaging', 'persistence', 'runtime', 'temporal', 'workflows'],
    instead: app,
  },
  { folder: 'apps/projector', mayImport: ['contracts', 'domain', 'messaging', 'persistence', 'runtime'], instead: app },
  {
    folder: 'apps/archivist',
    mayImport: ['archive', 'contracts', 'domain', 'messaging', 'persistence', 'runtime'],
    instead: app,
  },
  { folder: 'apps/web', mayImport: ['charts', 'contracts', 'domain', 'figures', 'tables'], instead: app },
];

/** What a package of others is to the house: the rooms that may name it. */
export type Outsider = {
  readonly packages: readonly string[];
  readonly in: readonly string[];
  readonly instead: string;
};

/** Packages that only some rooms may name; any other package may be named everywhere. */
export const outsiders: readonly Outsider[] = [
  {
    packages: ['kafkajs'],
    in: ['libs/messaging'],
    instead: 'kafkajs is named in libs/messaging only: use #messaging.',
  },
  {
    packages: ['@duckdb/*'],
    in: ['libs/archive'],
    instead: 'DuckDB is named in libs/archive only: use #archive.',
  },
  {
    packages: ['hucre', 'hucre/*'],
    in: ['libs/tables'],
    instead: 'Workbooks are made in libs/tables only: use #tables.',
  },
  {
    packages: ['pg'],
    in: ['libs/persistence'],
    instead: 'pg is named in libs/persistence only: write a repository.',
  },
  {
    packages: ['typeorm'],
    in: ['libs/persistence', 'apps/api'],
    instead: 'TypeORM is named in libs/persistence and in the module of the API: write a repository.',
  },
  {
    packages: ['@temporalio/*'],
    in: ['libs/temporal', 'workflows', 'apps/worker'],
    instead: 'Temporal is named in workflows, in the worker and in libs/temporal: use #temporal.',
  },
  {
    packages: ['@nestjs/*'],
    in: ['apps/api', 'apps/worker'],
    instead: 'Nest is the frame of the API and the worker: libraries stand without it.',
  },
  {
    packages: ['@mantine/*', 'react-i18next', '*.css'],
    in: ['apps/web'],
    instead: 'Screens are in apps/web: what is drawn elsewhere comes from its arguments.',
  },
  {
    packages: ['zod'],
    in: [
      'libs/contracts',
      'libs/runtime',
      'libs/persistence',
      'libs/client',
      'apps/api',
      'apps/worker',
      'apps/projector',
      'apps/archivist',
    ],
    instead: 'Parse at the edge: here everything has been parsed.',
  },
  {
    packages: ['node:*', 'fs', 'crypto', 'os', 'path'],
    in: [
      'libs/contracts',
      'libs/disclosure',
      'libs/runtime',
      'libs/persistence',
      'libs/messaging',
      'libs/archive',
      'libs/client',
      'libs/temporal',
      'apps/api',
      'apps/worker',
      'apps/projector',
      'apps/archivist',
    ],
    instead: 'No I/O, clock or randomness here: let it arrive in the arguments or come from an activity.',
  },
];
