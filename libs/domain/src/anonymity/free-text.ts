/**
 * What is done about a text, so that none that is kept names anybody:
 * - `refused`: the guard reads it and refuses it with the place. In a query (`refused-sql`) names count where something is quoted or a
 *   comment; in what is written without spaces (`refused-id`) joints count as spaces; what says where something comes from
 *   (`refused-but-address`) may hold a web address.
 * - `covered`: something is asked with it, and what the guard finds is covered in the line that is written down of it.
 * - `ours`: it must be what is here already (a code, a service, a person, a cursor), else the request is refused.
 * - `passing`: something is asked with it, and nothing is written down of it.
 * - `their-own`: it names somebody who works here, which is what it is for; no entrepreneur has a place in it, and nothing reads it.
 */
export type Safeguard = Refusing | 'covered' | 'ours' | 'passing' | 'their-own';

/** How a text is read by the guard that refuses it. */
export type Refusing = 'refused' | 'refused-sql' | 'refused-id' | 'refused-but-address';

/** Who reads a text that is kept: those who take part in its case, analysts, administrators, whoever is signed in, everybody. */
type Readers = 'parties' | 'analysts' | 'administrators' | 'members' | 'everybody';

/**
 * How a text that is kept goes: with the consent to its case, by its withdrawal, with what or whom it belongs to; never, since it names
 * nobody.
 */
type Ending = 'with-consent' | 'withdrawn' | 'removed' | 'never';

/** A text that somebody can write. */
export type FreeText = {
  /** Places in requests, by route, in the words of the OpenAPI document: `.*` is any name's value, `.{}` the name, `[]` an item. */
  readonly in: Readonly<Record<string, readonly string[]>>;
  readonly guard: Safeguard;
  /** Columns that keep it. */
  readonly kept?: { readonly at: readonly string[]; readonly readers: Readers; readonly goes: Ending };
};
