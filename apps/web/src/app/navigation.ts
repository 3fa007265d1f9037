import type { Session } from '#contracts/people';
import type { NavigationEntry, Waiting } from '../client/subject.js';
import { currentOf } from './current.js';
import { subjects } from './subjects.js';

/** One group of the navigation. */
export type NavigationGroup = {
  readonly name: NavigationEntry['group'];
  readonly entries: readonly NavigationEntry[];
};

const groups = ['work', 'platform', 'analysis', 'system'] as const satisfies readonly NavigationEntry['group'][];
const all = subjects.flatMap((subject) => subject.navigation ?? []);
const waitingOf = subjects.flatMap((subject) => subject.useWaiting ?? []);

/** The navigation of a person: only rooms that open. */
export function navigationFor(session: Session): readonly NavigationGroup[] {
  return groups
    .map((name) => ({ name, entries: all.filter((entry) => entry.group === name && entry.isOpen(session)) }))
    .filter((group) => group.entries.length > 0);
}

/** How much waits for this person, by entry. The same hooks in the same order at every call: subjects are constant. */
export function useWaiting(session: Session): Waiting {
  return Object.assign({}, ...waitingOf.map((useOne) => useOne(session))) as Waiting;
}

/** The address of an entry; a route knows its own once the router is made of it. */
export function addressOf({ route }: NavigationEntry): string {
  return route.fullPath as string;
}

/** True when `pathname` is the address of the entry or below it, and of no other entry that is nearer. */
export function isCurrent(entry: NavigationEntry, pathname: string): boolean {
  return currentOf(all.map(addressOf), pathname) === addressOf(entry);
}
