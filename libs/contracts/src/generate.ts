import fs from 'node:fs';
import path from 'node:path';
import { asyncApi } from './catalogue/async-api.js';
import { catalogue, schemaIdOf } from './catalogue/schemas.js';
import { typesOfStream } from './catalogue/streams.js';
import { streamNames } from './kernel/codes/index.js';

const generated = path.resolve('libs/contracts/generated');
const schemas = path.join(generated, 'schemas');
const made = 'Made by `npm run gen` from libs/contracts/src; do not edit.';

function write(file: string, content: unknown): void {
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

const entries = catalogue();
fs.rmSync(schemas, { recursive: true, force: true });
fs.mkdirSync(schemas, { recursive: true });
for (const { type, value } of entries) {
  write(path.join(schemas, `${type}.json`), { $comment: made, $id: schemaIdOf(type), ...value });
}
write(path.join(generated, 'asyncapi.json'), asyncApi());

// What a browser must know of the table of streams, without the schemas it is made of.
const types = Object.fromEntries(streamNames.map((stream) => [stream, typesOfStream(stream)]));
fs.writeFileSync(
  path.resolve('libs/contracts/src/catalogue/codes/event-types.ts'),
  `// ${made}\n\n/** The types of events by stream. */\nexport const eventTypesByStream = ${JSON.stringify(types)} as const;\n`,
);

// Only when a version is released: from then on the catalogue may only grow beyond this.
const released = path.join(generated, 'released.json');
if (process.argv.includes('--release') || !fs.existsSync(released)) {
  write(released, Object.fromEntries(entries.map(({ type, value }) => [type, value])));
}
