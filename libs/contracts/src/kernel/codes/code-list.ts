/** The languages every code, sentence and screen is written in. */
export const languages = ['fr', 'nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in each of the languages of the platform. */
export type Text = Readonly<Record<Language, string>>;

/** A closed list of codes with their names; the keys are the codes. */
export type CodeList<Code extends string, More = object> = Readonly<Record<Code, More & { readonly label: Text }>>;

/** The codes of a list in the order of their definition, as a tuple that zod's `enum` takes. */
export function codesOf<Code extends string>(list: Readonly<Record<Code, unknown>>): [Code, ...Code[]] {
  return Object.keys(list) as [Code, ...Code[]];
}
