/** What a part of a place looks like; only what does may become a value of a query. */
const looks = {
  /** An instant as PostgreSQL writes it, for example `2026-11-24 08:30:00.123+00`, or `infinity`. */
  instant: /^(?:infinity|(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?)$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** An id that people chose, one made of several, or none. */
  name: /^[\x21-\x7e]{0,120}$/,
  position: /^\d{1,9}$/,
} as const;

/** The kinds of the parts of a place, in their order. */
export type PlaceParts = readonly (keyof typeof looks)[];

/** A place in a sorted list, opaque to the caller. */
export function encodeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Whether the calendar and the clock have it: there is no 31st of February and no 25th hour. */
function isInTime(instant: string): boolean {
  const plain = `${instant.slice(0, 10)}T${instant.slice(11, 19)}`;
  const read = new Date(`${plain}Z`);
  return instant === 'infinity' || (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(plain));
}

/** The place a cursor stands for, undefined when it is not one of ours: each part is of its kind. */
export function decodeCursor(cursor: string, parts: PlaceParts): string[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isOurs =
      Array.isArray(place) &&
      place.length === parts.length &&
      parts.every((kind, at) => {
        const part: unknown = place[at];
        return typeof part === 'string' && looks[kind].test(part) && (kind !== 'instant' || isInTime(part));
      });
    return isOurs ? (place as string[]) : undefined;
  } catch {
    return undefined;
  }
}
