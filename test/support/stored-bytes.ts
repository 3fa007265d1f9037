/** Everything of an answer of Temporal that is stored as bytes, as text. */
export function bytesIn(value: unknown): string {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('latin1');
  }
  return typeof value === 'object' && value !== null ? Object.values(value).map(bytesIn).join(' ') : '';
}
