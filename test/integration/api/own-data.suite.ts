import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { OwnData, OwnSession, TrailEntry } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { personTables } from '#persistence/people';
import { awayWith } from '../../support/absences.js';
import { savedQuery } from '../../support/analysis-requests.js';
import { type Client, signIn } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** What a person gets and corrects of what is kept about them. */
export function ownData(system: () => System): void {
  let person: Client;
  let source: DataSource;

  beforeAll(async () => {
    source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
    person = await signIn(system().stack.apiUrl, 'claire-ucm');
  });

  afterAll(async () => {
    await source?.query('DELETE FROM relais.absence');
    await source?.destroy();
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

    it('gets what they keep, a pending address, and when they are away or stand in, and no hash', async () => {
      const { apiUrl } = system().stack;
      const [brigitte, pieter] = [
        await signIn(apiUrl, 'brigitte-bemediation'),
        await signIn(apiUrl, 'pieter-bemediation'),
      ];
      const analyst = await signIn(apiUrl, 'anna-hub');
      await awayWith(brigitte, 'pieter-bemediation');
      await analyst.post('/analysis/saved', savedQuery('la mienne', false));
      await person.post('/own-data/mail', { mail: 'another@example.org' });
      const of = async (client: Client) => (await client.get<OwnData>('/own-data')).body;
      const away = { absent: 'Brigitte Lannoy', substitute: 'Pieter Claessens' };
      const newest = async (client: Client) => (await of(client)).absences.at(-1);
      expect([await newest(brigitte), await newest(pieter)]).toMatchObject([away, away]);
      expect((await of(analyst)).rows['saved']).toContainEqual(expect.objectContaining({ name: 'la mienne' }));
      const own = await read();
      expect(own.rows['mail_change']).toMatchObject([{ mail: 'another@example.org' }]);
      expect(JSON.stringify(own)).not.toContain('hash');
      await source.query('DELETE FROM relais.mail_change');
    });

    it('gets their rows of every table that knows persons', async () => {
      const known = await source.query<{ name: string }[]>(
        `SELECT DISTINCT table_name AS name FROM information_schema.columns
          WHERE table_schema = 'relais' AND (column_name IN ('owner', 'caller') OR column_name ~ '(^|_)(person|membership)_id$' OR column_name ~ '_by$')`,
      );
      expect(known.map(({ name }) => name).sort()).toEqual(Object.keys(personTables).sort());
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

    it.each(['', '  ', 'Claire\nDupont', 'Claire 0470', 'x'.repeat(81)])(
      'is not called %j, and is told what to write',
      async (name) => {
        const { status, problem } = await person.put('/own-data', { name, language: 'fr' });
        expect([status, problem.errors?.[0]?.path]).toEqual([422, 'name']);
      },
    );
  });
}
