import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Schemas by the names under which the contracts export them: a schema and its type share one name. */
export type SchemaNames = ReadonlyMap<unknown, string>;

/** Reads the names of the schemas of all subjects. */
export async function readSchemaNames(): Promise<SchemaNames> {
  const names = new Map<unknown, string>();
  const taken = new Map<string, unknown>();
  const contracts = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('#contracts/kernel'))), '..');
  const subjects = readdirSync(contracts, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: subject } of subjects) {
    const exported = (await import(`#contracts/${subject}`)) as Readonly<Record<string, unknown>>;
    for (const [name, schema] of Object.entries(exported)) {
      if (!(schema instanceof z.ZodType) || names.has(schema)) {
        continue;
      }
      if (taken.has(name)) {
        throw new Error(`Two schemas of the contracts are called ${name}.`);
      }
      taken.set(name, schema);
      names.set(schema, name);
    }
  }
  return names;
}

/** What zod is to know of schemas: what is known of them anyway, and their names with an ending. */
export class NamedSchemas extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  constructor(
    private readonly names: SchemaNames,
    private readonly ending: string,
  ) {
    super();
  }

  override get<Schema extends z.core.$ZodType>(schema: Schema): z.core.GlobalMeta | undefined {
    const name = this.names.get(schema);
    const known = z.globalRegistry.get(schema);
    return name === undefined ? known : { ...known, id: `${name}${this.ending}` };
  }
}
