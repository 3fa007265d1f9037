import { randomUUID } from 'node:crypto';
import type { Member } from '#contracts/people';
import type { Client } from './http.js';
import { actors, type RightRow } from './right-rows.js';

const managers = ['organisation-administrator', 'administrator'] as const;

/** Whoever may arrange an absence, and not this one, is told of nobody. */
function unknownTo(allowed: RightRow['allowed']): RightRow['but'] {
  const others = [...actors, 'organisation-administrator' as const].filter((one) => !allowed.includes(one));
  return Object.fromEntries(others.map((one) => [one, 404]));
}
const terms = { roles: ['member'], serviceIds: [] };

/** The membership of a person of the demonstration, as an administrator sees it. */
export async function membershipOf(administrator: Client, personId: string): Promise<string> {
  const { body } = await administrator.get<Member[]>('/members');
  return body.find(({ person }) => person.personId === personId)?.membership.membershipId ?? '';
}

/** A membership as somebody sees it who may; undefined for others. */
export async function memberOf(client: Client, membershipId: string): Promise<Member | undefined> {
  const { body } = await client.get<Member[]>('/members');
  return body.find(({ membership }) => membership.membershipId === membershipId);
}

/** What is asked of one membership; what is written is refused in the end, so that everybody stays what they are. */
const ofMember: readonly [
  name: string,
  call: (client: Client, id: string) => Promise<{ status: number }>,
  yes: number,
][] = [
  ['GET what leaves with', (c, id) => c.get(`/members/${id}/leaving`), 200],
  ['PUT', (c, id) => c.put(`/members/${id}`, { roles: ['actor'], serviceIds: ['itaa-accountants'] }), 422],
  ['PUT end of', (c, id) => c.put(`/members/${id}/end`, { until: '2026-01-01T00:00:00.000Z', successors: [] }), 422],
  ['DELETE end of', (c, id) => c.delete(`/members/${id}/end`), 200],
  ['POST that one keeps', (c, id) => c.post(`/members/${id}/keep`, {}), 200],
];

/** An absence of somebody whom each may or may not speak for; one that is set has an end in the past, and is refused in the end. */
const ofAbsence: readonly [
  name: string,
  call: (client: Client, id: string) => Promise<{ status: number }>,
  yes: number,
][] = [
  ['GET substitutes for', (c, id) => c.get(`/absences/substitutes/${id}`), 200],
  [
    'POST absence of',
    (c, id) =>
      c.post('/absences', {
        membershipId: id,
        substituteMembershipId: id,
        from: null,
        until: '2026-01-01T00:00:00.000Z',
      }),
    422,
  ],
];

/**
 * Members and invitations in the matrix of rights: administrators of an organisation manage its own.
 * @param administrator the client of one of the platform
 */
export function memberRoutes(administrator: () => Client): RightRow[] {
  const invite = (client: Client, organisationId: string) =>
    client.post('/invitations', { mail: `${randomUUID()}@example.org`, language: 'fr', organisationId, ...terms });
  const of = (
    personId: string,
    allowed: RightRow['allowed'],
    but: RightRow['but'] = {},
    calls: typeof ofMember = ofMember,
  ) =>
    calls.map(([name, call, yes]): RightRow => {
      const asked = async (client: Client) => call(client, await membershipOf(administrator(), personId));
      return { name: `${name} member ${personId}`, call: asked, yes, allowed, no: 403, but };
    });
  const absencesOf = (personId: string, allowed: RightRow['allowed']) =>
    of(personId, allowed, unknownTo(allowed), ofAbsence);
  const ofAll: readonly [string, RightRow['call'], number][] = [
    ['GET members', (c) => c.get('/members'), 200],
    ['GET invitations', (c) => c.get('/invitations'), 200],
    ['POST invitation', (c) => invite(c, 'beci'), 201],
    ['POST letter of no invitation', (c) => c.post(`/invitations/${randomUUID()}/letter`, {}), 404],
    ['DELETE no invitation', (c) => c.delete(`/invitations/${randomUUID()}`), 404],
  ];
  return [
    ...ofAll.map(([name, call, yes]) => ({ name, call, yes, allowed: managers, no: 403 })),
    {
      name: 'POST invitation to another organisation',
      call: (c) => invite(c, 'ucm'),
      yes: 201,
      allowed: ['administrator'],
      no: 403,
    },
    ...absencesOf('amelie-beci', [...managers, 'lead']),
    ...absencesOf('brigitte-bemediation', ['administrator', 'party']),
    ...of('jonas-beci', managers),
    ...of('claire-ucm', ['administrator'], { 'organisation-administrator': 404 }),
  ];
}
