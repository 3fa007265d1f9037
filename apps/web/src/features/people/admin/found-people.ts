import type { Member, PersonLine } from '#contracts/people';

/** A person with all of their memberships, which may be none. */
export type Found = PersonLine & { readonly members: readonly Member[] };

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Everybody once, by name, whose name, address or house has every word of the search; accents and capitals make no difference. */
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
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
