import fs from 'node:fs';
import { outsiders, rooms, type Room } from './rooms.js';

type Pattern = { readonly group: readonly string[]; readonly message: string; readonly allowTypeImports?: true };

const nameOf = ({ folder }: Room) => folder.slice(folder.indexOf('/') + 1);
const isApp = ({ folder }: Room) => folder.startsWith('apps/');

function forbidding(patterns: readonly Pattern[]) {
  return { 'typescript/no-restricted-imports': patterns.length === 0 ? 'off' : ['error', { patterns }] };
}

/** What the files of a room may not import, and what to do instead. */
function patternsOf(room: Room): Pattern[] {
  const others = rooms.filter((other) => other !== room && !isApp(other) && !room.mayImport.includes(nameOf(other)));
  const contracts: Pattern = {
    group: ['#contracts/*', '!#contracts/*/codes'],
    allowTypeImports: true,
    message:
      'Only types of contracts, and lists of codes from #contracts/*/codes: anything else would bring zod along. Use `import type`.',
  };
  return [
    {
      group: others.flatMap((other) => [`#${nameOf(other)}`, `#${nameOf(other)}/*`, `#${nameOf(other)}/**`]),
      message: room.instead,
    },
    {
      group: [
        '**/apps/**',
        ...rooms.filter((other) => isApp(other) && other !== room).map((other) => `**/${nameOf(other)}/src/**`),
      ],
      message: 'Apps are imported by nobody: move the code down into a library.',
    },
    { group: ['#test/*', '**/test/**'], message: 'Test data is for tests: what runs knows nothing of it.' },
    ...(room.contractsAsTypes ? [contracts] : []),
    ...outsiders
      .filter((one) => !one.in.includes(room.folder))
      .map((one) => ({ group: one.packages, message: one.instead })),
  ];
}

const base = JSON.parse(fs.readFileSync('scripts/rooms/lint.base.json', 'utf8')) as { overrides?: unknown[] };
const withoutZod: Pattern = {
  group: ['zod', '#*', '#*/**'],
  message: 'Code lists reach the browser: keep them free of zod and put schemas next door.',
};
const kafka = outsiders.filter(({ packages }) => packages.includes('kafkajs'));
const config = {
  ...base,
  overrides: [
    ...rooms.map((room) => ({
      files: [`${room.folder}/**/*.ts`, `${room.folder}/**/*.tsx`],
      rules: forbidding(patternsOf(room)),
    })),
    { files: ['libs/contracts/src/*/codes/**/*.ts'], rules: forbidding([withoutZod]) },
    ...(base.overrides ?? []),
    // Specs see everything, and so does what runs beside the workflows: but Kafka has one door.
    {
      files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'workflows/bundle.ts'],
      rules: forbidding(kafka.map((one) => ({ group: one.packages, message: one.instead }))),
    },
    { files: ['libs/messaging/**/*.spec.ts'], rules: forbidding([]) },
  ],
};

fs.writeFileSync(
  '.oxlintrc.json',
  `// Made by \`npm run gen\` from scripts/rooms; do not edit.\n${JSON.stringify(config, null, 2)}\n`,
);
