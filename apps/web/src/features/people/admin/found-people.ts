import type { Member } from '#contracts/people';

/** A person with all of their memberships. */
export type Found = {
  readonly personId: string;
  readonly name: string;
  readonly mail: string | null;
  readonly members: readonly Member[];
};

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Everybody once, by name, whose name, address or house has every word of the search; accents and capitals make no difference. */
export function foundPeople(members: readonly Member[], search: string, language: string): readonly Found[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const byPerson = new Map<string, Found>();
  for (const member of members) {
    const { person, mail } = member;
    const known = byPerson.get(person.personId)?.members ?? [];
    byPerson.set(person.personId, { ...person, mail, members: [...known, member] });
  }
  return [...byPerson.values()]
    .filter(({ name, mail, members: own }) => {
      const said = plain(
        [name, mail, ...own.map(({ membership }) => membership.organisationName ?? 'Relais')].join(' '),
      );
      return words.every((word) => said.includes(word));
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
