import fs from 'node:fs';
import path from 'node:path';
import { asyncApi } from './catalogue/async-api.js';
import { catalogue, schemaIdOf } from './catalogue/schemas.js';

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

// Only when a version is released: from then on the catalogue may only grow beyond this.
const released = path.join(generated, 'released.json');
if (process.argv.includes('--release') || !fs.existsSync(released)) {
  write(released, Object.fromEntries(entries.map(({ type, value }) => [type, value])));
}
