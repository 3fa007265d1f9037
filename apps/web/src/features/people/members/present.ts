import type { Member } from '#contracts/people';
import { holdsAt } from '#domain/people';

/** How many persons are members at an instant: who has two memberships is one, who left or is to come is none. */
export function presentCount(members: readonly Member[], at: Date): number {
  const present = members.filter(({ membership }) => holdsAt(membership, at.toISOString()));
  return new Set(present.map(({ person }) => person.personId)).size;
}
