import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Session } from '#contracts/people';
import { roles, type Role } from '#contracts/people/codes';
import { membership, person } from '#test/builders';
import type { IsOpen } from '../client/session.js';

const features = path.join(import.meta.dirname, '..', 'features');
const files = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'rooms.ts')
  .sort();

const everybody = Object.keys(roles) as Role[];

/** The rooms of the web, and what else of a page is not for all: the roles they open to, and no other. */
const openTo: Readonly<Record<string, readonly Role[]>> = {
  share: ['coordinator', 'analyst'],
  workbench: ['coordinator', 'analyst'],
  contracts: ['coordinator', 'analyst', 'administrator'],
  analysisAudit: ['administrator'],
  events: ['coordinator', 'analyst'],
  inbox: ['actor', 'coordinator'],
  cases: ['actor', 'coordinator'],
  newCase: ['actor', 'coordinator'],
  dispatch: ['coordinator'],
  directory: everybody,
  trends: everybody,
  ownFigures: ['actor', 'coordinator'],
  mayReadExact: ['coordinator'],
  mayMakePack: ['coordinator'],
  operations: ['coordinator', 'administrator'],
  rights: ['administrator'],
  trail: ['administrator'],
  admin: ['administrator'],
  outside: everybody,
  members: ['administrator', 'organisation-administrator'],
};

type Rooms = Readonly<Record<string, IsOpen | Readonly<Record<string, IsOpen>>>>;

async function found(): Promise<ReadonlyMap<string, IsOpen>> {
  const rooms = new Map<string, IsOpen>();
  // One after the other: Jest links modules that are loaded at once before all of them are there.
  for (const file of files) {
    const module = (await import(path.join(features, file))) as Rooms;
    for (const [name, it] of Object.entries(module)) {
      for (const [room, isOpen] of typeof it === 'function' ? [[name, it] as const] : Object.entries(it)) {
        rooms.set(room, isOpen);
      }
    }
  }
  return rooms;
}

function sessionOf(role: Role): Session {
  const acting = membership({ organisationId: 'north', roles: [role] });
  const end = { endsAt: '2126-01-01T00:00:00.000Z', last: false, changesAt: null, passkey: 'none' as const };
  return { sessionId: randomUUID(), person, membership: acting, memberships: [acting], ...end };
}

describe('the rooms of the subjects', () => {
  it('open to the roles they are for, and to no other', async () => {
    const rolesOf = (isOpen: IsOpen) => everybody.filter((role) => isOpen(sessionOf(role)));
    const rooms = [...(await found())].map(([name, isOpen]) => [name, rolesOf(isOpen)]);
    expect(Object.fromEntries(rooms)).toMatchObject(openTo);
  });
});
