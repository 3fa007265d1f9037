import type { FieldKind } from '../analysis/catalogue-view.js';
import type { PrivacyClass, Text } from '../kernel/codes/index.js';
import type { JsonSchema } from './schemas.js';

/** A value within a JSON Schema. `meaning` and `privacy` are undefined where the schema says nothing of them. */
export type Leaf = {
  /** Steps joined by dots, `[]` after a list. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly codes: readonly string[];
  readonly meaning: Text | undefined;
  readonly privacy: PrivacyClass | undefined;
};

/** What has been read on the way to a place within a schema. */
type Way = Pick<Leaf, 'path' | 'required' | 'nullable' | 'meaning'> & { readonly marked: PrivacyClass | undefined };

/** All values of a schema in the order of their definition; variants of an object are read as one with fewer required fields. */
export function leavesOf(schema: JsonSchema): Leaf[] {
  return readAt(schema, { path: '', required: true, nullable: false, meaning: undefined, marked: undefined });
}

function readAt(schema: JsonSchema, from: Way): Leaf[] {
  const way = { ...from, meaning: togetherOf(from.meaning, meaningIn(schema)), marked: markIn(schema) ?? from.marked };
  const choices = listOf(schema['anyOf'] ?? schema['oneOf']);
  const values = choices.filter((one) => one['type'] !== 'null');
  if (values.length < choices.length && values.length === 1) {
    return values.flatMap((one) => readAt(one, { ...way, nullable: true }));
  }
  if (values.length > 0 && !values.every((one) => 'const' in one)) {
    return mergedOf(values.map((one) => readAt(one, way)));
  }
  if (schema['type'] === 'object') {
    const required = new Set(schema['required'] as readonly string[] | undefined);
    return Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, property]) =>
      readAt(property, {
        ...way,
        path: way.path === '' ? name : `${way.path}.${name}`,
        required: way.required && required.has(name),
      }),
    );
  }
  if (schema['type'] === 'array') {
    return readAt(schema['items'] as JsonSchema, { ...way, path: `${way.path}[]` });
  }
  const { marked, ...rest } = way;
  const codes = codesIn(schema, values);
  const kind = codes.length > 0 ? 'code' : kindOf(schema);
  return [{ ...rest, kind, codes, privacy: marked ?? (namesNobody.has(kind) ? 'code' : undefined) }];
}

/** Values of closed lists and numbers name nobody, so only other kinds have to be marked. */
const namesNobody: ReadonlySet<FieldKind> = new Set(['code', 'number', 'integer', 'boolean']);

function codesIn(schema: JsonSchema, values: readonly JsonSchema[]): string[] {
  const codes = schema['enum'] ?? ('const' in schema ? [schema['const']] : values.map((one) => one['const']));
  return (codes as readonly unknown[]).map(String);
}

function kindOf({ type, format, pattern }: JsonSchema): FieldKind {
  if (type === 'boolean' || type === 'integer' || type === 'number') {
    return type;
  }
  switch (format) {
    case 'uuid':
      return 'id';
    case 'date-time':
      return 'moment';
    case 'date':
      return 'date';
    default:
      return typeof pattern === 'string' && pattern.startsWith('^[a-z0-9]') ? 'name' : 'text';
  }
}

/** One list of the leaves of variants; what some lack is not required. */
function mergedOf(variants: readonly (readonly Leaf[])[]): Leaf[] {
  const paths = [...new Set(variants.flatMap((leaves) => leaves.map(({ path }) => path)))];
  return paths.flatMap((path) => {
    const same = variants.flatMap((leaves) => leaves.filter((leaf) => leaf.path === path));
    return same.slice(0, 1).map((leaf) => ({
      ...leaf,
      required: same.length === variants.length && same.every((one) => one.required),
      nullable: same.some((one) => one.nullable),
      codes: [...new Set(same.flatMap((one) => one.codes))],
    }));
  });
}

function togetherOf(outer: Text | undefined, inner: Text | undefined): Text | undefined {
  if (outer === undefined || inner === undefined) {
    return inner ?? outer;
  }
  return { fr: `${outer.fr} : ${inner.fr}`, nl: `${outer.nl}: ${inner.nl}`, en: `${outer.en}: ${inner.en}` };
}

/** Meanings of the events themselves stand beside the schema; those of its parts are the fields'. */
function meaningIn(schema: JsonSchema): Text | undefined {
  return '$schema' in schema ? undefined : (schema['x-meaning'] as Text | undefined);
}

function markIn(schema: JsonSchema): PrivacyClass | undefined {
  return schema['x-privacy'] as PrivacyClass | undefined;
}

function listOf(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? (value as readonly JsonSchema[]) : [];
}
