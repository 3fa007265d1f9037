/** True when two values are the same as JSON: a field that is undefined is none. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  const [fields, others] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const name in fields) {
    if (!same(fields[name], others[name])) {
      return false;
    }
  }
  for (const name in others) {
    if (others[name] !== undefined && fields[name] === undefined) {
      return false;
    }
  }
  return Array.isArray(one) === Array.isArray(other);
}
