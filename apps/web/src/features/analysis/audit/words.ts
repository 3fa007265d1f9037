import type { AuditEntry, AuditKind } from '#contracts/analysis';

/** What analysts can do, in the order in which they usually do it. */
export const kinds = [
  'events',
  'event',
  'tail',
  'query',
  'export',
  'download',
  'settings',
] as const satisfies readonly AuditKind[];

/** How a deed can end, as the audit has it; others are shown as they are. */
export const outcomes = [
  'done',
  'running',
  'started',
  'interrupted',
  'stopped',
  'cut by rows',
  'cut by bytes',
  'refused',
  'invalid',
  'memory',
  'time',
  'size',
  'busy',
  'failed',
] as const;

/** The people of some entries by name, and the one who is chosen whether they are among them or not. */
export function namesOf(
  entries: readonly Pick<AuditEntry, 'personId' | 'personName'>[],
  chosen: string | undefined,
  nameOf: (name: string | null) => string,
): { value: string; label: string }[] {
  const names = new Map(entries.map(({ personId, personName }) => [personId as string, nameOf(personName)]));
  if (chosen !== undefined && !names.has(chosen)) {
    names.set(chosen, chosen);
  }
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}
