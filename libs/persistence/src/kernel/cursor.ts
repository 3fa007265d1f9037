/** A place in a sorted list, opaque to the caller. */
export function encodeCursor(place: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a cursor stands for, undefined when it is not one of ours. */
export function decodeCursor(cursor: string, length: number): (string | null)[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isOurs =
      Array.isArray(place) &&
      place.length === length &&
      place.every((part) => part === null || typeof part === 'string');
    return isOurs ? (place as (string | null)[]) : undefined;
  } catch {
    return undefined;
  }
}
