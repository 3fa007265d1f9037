import type { Member, PersonLine } from '#contracts/people';

/** A person with all of their memberships, which may be none. */
export type Found = PersonLine & { readonly members: readonly Member[] };

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Since when, so that who asks for nothing comes last. */
const askedBy = ({ erasureAskedAt }: PersonLine) => erasureAskedAt ?? '9999';

/**
 * Everybody once, whose name, address or house has every word of the search; accents and capitals make no difference. First who asks to be
 * erased, the longest ago before, then the others by name.
 */
export function foundPeople(
  people: readonly PersonLine[],
  members: readonly Member[],
  search: string,
  language: string,
): readonly Found[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const of = new Map<string, Member[]>();
  for (const member of members) {
    const { personId } = member.person;
    of.set(personId, [...(of.get(personId) ?? []), member]);
  }
  return people
    .filter(({ name, mail, houses }) => {
      const said = plain([name, mail, ...houses].join(' '));
      return words.every((word) => said.includes(word));
    })
    .map((person) => ({ ...person, members: of.get(person.personId) ?? [] }))
    .sort((a, b) => askedBy(a).localeCompare(askedBy(b)) || a.name.localeCompare(b.name, language));
}
