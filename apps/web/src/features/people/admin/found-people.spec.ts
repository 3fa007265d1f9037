import { describe, expect, it } from '@jest/globals';
import type { Member, PersonLine } from '#contracts/people';
import { foundPeople } from './found-people.js';

const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');

function person(name: string, houses: string[], mail: string | null = null): PersonLine {
  return { personId: idOf(name), name, language: 'fr', mail, houses, erasureAskedAt: null };
}

function member(name: string, organisationName: string | null): Member {
  return { person: { personId: idOf(name), name }, membership: { organisationName }, mail: null } as Member;
}

const people = [
  person('Zoé Lambert', ['BECI', 'UCM']),
  person('Émile Claes', ['BECI'], 'emile@beci.example'),
  person('Anna De Smet', ['Relais']),
  person('Yves Martin', []),
];
const members = [
  member('Zoé Lambert', 'UCM'),
  member('Émile Claes', 'BECI'),
  member('Zoé Lambert', 'BECI'),
  member('Anna De Smet', null),
];

describe('people that are looked for', () => {
  const found = (search: string) => foundPeople(people, members, search, 'fr').map(({ name }) => name);

  it('are each there once, by name, with all of their memberships, also those who are members of nothing', () => {
    expect(found('')).toEqual(['Anna De Smet', 'Émile Claes', 'Yves Martin', 'Zoé Lambert']);
    const [zoe] = foundPeople(people, members, 'zoe', 'fr');
    expect(zoe?.members.map(({ membership }) => membership.organisationName)).toEqual(['UCM', 'BECI']);
    expect(foundPeople(people, members, 'yves', 'fr')[0]?.members).toEqual([]);
  });

  it('begin with who asks to be erased, the longest ago first', () => {
    const asked = (name: string, at: string) => ({ ...person(name, []), erasureAskedAt: at });
    const all = [
      ...people,
      asked('Aa Late', '2026-11-30T10:00:00.000Z'),
      asked('Zz Early', '2026-11-02T10:00:00.000Z'),
    ];
    const [first, second, third] = foundPeople(all, members, '', 'fr').map(({ name }) => name);
    expect([first, second, third]).toEqual(['Zz Early', 'Aa Late', 'Anna De Smet']);
  });

  it.each([
    ['emile', ['Émile Claes']],
    ['EMILE@beci', ['Émile Claes']],
    ['beci', ['Émile Claes', 'Zoé Lambert']],
    ['lambert ucm', ['Zoé Lambert']],
    ['relais', ['Anna De Smet']],
    ['claes ucm', []],
  ])('by %s are %j', (search, names) => {
    expect(found(search)).toEqual(names);
  });
});
