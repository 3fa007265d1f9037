/** From when until when somebody belongs to an organisation, as instants in ISO 8601; `until` is null while no end is known. */
export type Term = { readonly from: string; readonly until: string | null };

/** True when a membership gives its rights at the instant: it has begun, and it ends only after. */
export function holdsAt({ from, until }: Term, instant: Date): boolean {
  return Date.parse(from) <= instant.getTime() && (until === null || instant.getTime() < Date.parse(until));
}
