import { describe, expect, it } from '@jest/globals';
import type { Member } from '#contracts/people';
import { foundPeople } from './found-people.js';

function member(name: string, organisationName: string | null, mail: string | null = null): Member {
  const personId = name.toLowerCase().replaceAll(' ', '-');
  return { person: { personId, name }, membership: { organisationName }, mail } as Member;
}

const members = [
  member('Zoé Lambert', 'UCM'),
  member('Émile Claes', 'BECI', 'emile@beci.example'),
  member('Zoé Lambert', 'BECI'),
  member('Anna De Smet', null),
];

describe('people that are looked for', () => {
  const found = (search: string) => foundPeople(members, search, 'fr').map(({ name }) => name);

  it('are each there once, by name, with all of their memberships', () => {
    expect(found('')).toEqual(['Anna De Smet', 'Émile Claes', 'Zoé Lambert']);
    const [zoe] = foundPeople(members, 'zoe', 'fr');
    expect(zoe?.members.map(({ membership }) => membership.organisationName)).toEqual(['UCM', 'BECI']);
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
