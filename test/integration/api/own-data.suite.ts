import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnData, OwnSession, TrailEntry } from '#contracts/people';
import { type Client, signIn } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** What a person gets and corrects of what is kept about them. */
export function ownData(system: () => System): void {
  let person: Client;

  beforeAll(async () => {
    person = await signIn(system().stack.apiUrl, 'claire-ucm');
  });

  const read = async () => (await person.get<OwnData>('/own-data')).body;

  describe('a person', () => {
    it('gets all that is kept about them, and of nobody else, and that they got it', async () => {
      const { membership, sessionId } = (await person.get<OwnSession>('/session')).body;
      const data = await read();
      expect(data.person.personId).toBe('claire-ucm');
      expect(data.memberships).toContainEqual(membership);
      expect(data.sessions.map((one) => one.sessionId)).toContain(sessionId);
      expect(data.trail[0]).toMatchObject({ action: 'own-data-read', by: { personId: 'claire-ucm' } });
      const others = data.trail.filter(({ by, about }) => by?.personId !== 'claire-ucm' && about.id !== 'claire-ucm');
      expect(others).toEqual([]);
      const listed = (await person.get<TrailEntry[]>('/audit/own?limit=200')).body;
      expect(listed.slice(0, data.trail.length)).toEqual(data.trail.slice(0, listed.length));
    });

    it('corrects their name and language, which others see at once', async () => {
      const { person: before } = await read();
      const corrected = { name: 'Claire D’Hondt-Özgür', language: 'nl' };
      expect((await person.put('/own-data', corrected)).status).toBe(204);
      expect((await person.get<OwnSession>('/session')).body.person).toMatchObject(corrected);
      expect((await read()).trail.map(({ action }) => action)).toContain('person-corrected');
      await person.put('/own-data', { name: before.name, language: before.language });
      expect((await read()).person).toEqual(before);
    });

    it.each([' Claire', 'Claire ', '', 'Claire\nDupont', 'x'.repeat(121)])(
      'is not called %j, and is told what to write',
      async (name) => {
        const { status, problem } = await person.put('/own-data', { name, language: 'fr' });
        expect([status, problem.errors?.[0]?.path]).toEqual([422, 'name']);
      },
    );
  });
}
