import { z } from 'zod';
import type { Text } from '#contracts/kernel/codes';
import { objectionsTo } from './bad-input.js';
import { type Objection, Problem } from './problem.js';
import { legible, unwritableIn } from './unwritable.js';

/** Where a value stands in a request. */
export type Place = {
  /** Its name, when it is a part of something. */
  readonly root?: string;
  /** Whether it is the query of an address, whose names are parameters. */
  readonly query?: boolean;
};

const unknownField: Text = {
  fr: 'ce champ n’existe pas ici ; corrigez son nom ou retirez-le',
  nl: 'dit veld bestaat hier niet; verbeter de naam of haal het weg',
  en: 'there is no such field here; correct its name or remove it',
};

/** What is said of a parameter that a route does not know. */
export function unknownParameter(known: readonly string[]): Text {
  const names = known.join(', ');
  return known.length === 0
    ? {
        fr: 'cette adresse ne prend aucun paramètre ; retirez-le',
        nl: 'dit adres neemt geen parameters; haal hem weg',
        en: 'this address takes no parameters; remove it',
      }
    : {
        fr: `paramètre inconnu ; cette adresse connaît : ${names}`,
        nl: `onbekende parameter; dit adres kent: ${names}`,
        en: `unknown parameter; this address knows: ${names}`,
      };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

/** Fields that were given and that the schema did not take: whoever wrote them meant something. */
function unknownFields(given: unknown, taken: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (Array.isArray(given) && Array.isArray(taken)) {
    return taken.flatMap((one, at) => unknownFields(given[at], one, [...path, String(at)]));
  }
  if (!isGroup(given) || !isGroup(taken)) {
    return [];
  }
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(taken, name) ? unknownFields(value, taken[name], [...path, name]) : [[...path, name]],
  );
}

function refuse(objections: readonly Objection[]): void {
  if (objections.length > 0) {
    throw new Problem('bad-input', { objections });
  }
}

/**
 * A value of a request in the shape of its schema, the one way in: what no engine can store is refused before anything is made of
 * it, and so is what the schema does not know.
 * @throws Problem `bad-input` with every place
 */
export async function inputOf(schema: unknown, value: unknown, { root, query = false }: Place = {}): Promise<unknown> {
  const above = root === undefined ? [] : [root];
  refuse(unwritableIn(value, above));
  if (!(schema instanceof z.ZodType)) {
    return value;
  }
  const parsed = await schema.safeParseAsync(value, { reportInput: true });
  const known = query && schema instanceof z.ZodObject ? Object.keys(schema.shape) : undefined;
  const unknown = parsed.success
    ? unknownFields(value, parsed.data)
    : known === undefined
      ? []
      : Object.keys(value as object).flatMap((name) => (known.includes(name) ? [] : [[name]]));
  const text = known === undefined ? unknownField : unknownParameter(known);
  refuse([
    ...unknown.map((path) => ({
      path: legible([...above, ...path].join('.')),
      text: (language: keyof Text) => text[language],
    })),
    ...(parsed.success ? [] : objectionsTo(parsed.error.issues, root)),
  ]);
  return parsed.data;
}
