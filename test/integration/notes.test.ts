import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { NoteRepository, NotesErased, opensNotes, UntoldNoteRepository } from '#persistence/case';
import { createDataSource, Database } from '#persistence/kernel';
import { checkKeys, databaseWithKeys, forgetKey, WrongKeys, type InstallationKey } from '#persistence/operations';
import { migrate } from '#persistence/migrations';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let server: TestDatabase;
let database: Database;
let notes: NoteRepository;

beforeAll(async () => {
  server = await createTestDatabase();
  database = new Database(createDataSource(server.url, { connections: 4 }));
  notes = new NoteRepository(database, randomBytes(32));
});

afterAll(async () => {
  await database?.stop();
  await server?.drop();
});

function noteOf(caseId: string, text: string, noteId: string = randomUUID()) {
  return { noteId, caseId, organisationId: 'north', text };
}

/** The texts of the notes that are there, in their order; the ids are asked of the table, as the events would tell them. */
async function textsOf(caseId: string): Promise<string[]> {
  const rows = await database.query<{ note_id: string }>('SELECT note_id FROM relais.note ORDER BY note_id');
  const read = await notes.read(
    caseId,
    rows.map((row) => row.note_id),
  );
  return read.map((one) => one.text);
}

describe('notes', () => {
  it('are read by who has the key and are nowhere in clear', async () => {
    const caseId = randomUUID();
    const [first, second] = [noteOf(caseId, 'Plan d’apurement signé'), noteOf(caseId, 'Afbetalingsplan')];
    await notes.write(first);
    await notes.write(second);
    expect(await textsOf(caseId)).toEqual(['Plan d’apurement signé', 'Afbetalingsplan']);
    expect((await notes.read(caseId, [second.noteId, randomUUID()])).map((one) => one.text)).toEqual([second.text]);
    expect(await notes.read(randomUUID(), [first.noteId])).toEqual([]);
    const rows = await database.query<{ ciphertext: Buffer }>('SELECT ciphertext FROM relais.note WHERE case_id = $1', [
      caseId,
    ]);
    expect(rows.some((row) => row.ciphertext.includes('Afbetalingsplan'))).toBe(false);
    const stranger = new NoteRepository(database, randomBytes(32));
    await expect(stranger.read(caseId, [first.noteId])).rejects.toThrow();
  });

  it('written twice under one id stay one note with its first text and time', async () => {
    const note = noteOf(randomUUID(), 'premier');
    await notes.write(note);
    const [first] = await notes.read(note.caseId, [note.noteId]);
    await notes.write({ ...note, text: 'second' });
    expect(await notes.read(note.caseId, [note.noteId])).toEqual([first]);
  });

  it('are written under a new key when theirs was taken away because no note needed it', async () => {
    const caseId = randomUUID();
    const untold = new UntoldNoteRepository(database);
    const receipt = await notes.write(noteOf(caseId, 'à reprendre'));
    await notes.takeBack(receipt);
    // One that cannot be opened any more, as if it were sealed for another case.
    await database.query('UPDATE relais.note_key SET wrapped_key = $2 WHERE case_id = $1', [caseId, randomBytes(61)]);
    await expect(notes.write(noteOf(caseId, 'en vain'))).rejects.toThrow();
    await untold.removeUnusedKeys();
    await notes.write(noteOf(caseId, 'sous une autre clé'));
    await untold.removeUnusedKeys();
    expect(await textsOf(caseId)).toEqual(['sous une autre clé']);
  });

  it('are written all of them, while keys that no note needs are taken away', async () => {
    const caseId = randomUUID();
    const untold = new UntoldNoteRepository(database);
    const texts = Array.from({ length: 20 }, (_, at) => `note ${at}`);
    for (const text of texts) {
      const [written] = await Promise.allSettled([notes.write(noteOf(caseId, text)), untold.removeUnusedKeys()]);
      expect(written.status).toBe('fulfilled');
    }
    expect((await textsOf(caseId)).sort()).toEqual(texts.sort());
  });

  it('are unsettled once nobody has touched them for an hour, case by case, until they are kept, removed or written again', async () => {
    await database.query('UPDATE relais.note SET kept = true');
    const untold = new UntoldNoteRepository(database);
    const cases = [randomUUID(), randomUUID()].sort();
    const [told, never, again] = ['dite', 'jamais dite', 'réécrite'].map((text) => noteOf(cases[0] ?? '', text));
    for (const note of [told, never, again, noteOf(cases[1] ?? '', 'ailleurs')]) {
      await notes.write(note ?? noteOf('', ''));
    }
    expect(await untold.findUnsettled()).toBeUndefined();
    await database.query(`UPDATE relais.note SET touched_at = touched_at - interval '2 hours'`);
    const found = await untold.findUnsettled();
    expect([found?.caseId, found?.notes.length]).toEqual([cases[0], 3]);
    expect(await untold.findUnsettled(cases[0])).toMatchObject({ caseId: cases[1] });
    expect(await untold.findUnsettled(cases[1])).toBeUndefined();
    const receipts = (noteId: string | undefined) => found?.notes.filter((one) => one.noteId === noteId) ?? [];
    await notes.write(again ?? noteOf('', ''));
    await untold.keep(receipts(told?.noteId));
    expect(await untold.remove(found?.notes ?? [])).toBe(1);
    expect((await textsOf(cases[0] ?? '')).sort()).toEqual(['dite', 'réécrite']);
    expect(await untold.findUnsettled()).toMatchObject({ caseId: cases[1] });
  });

  it('are taken back only by the one who wrote last', async () => {
    const note = noteOf(randomUUID(), 'à reprendre');
    const refused = await notes.write(note);
    const accepted = await notes.write(note);
    await notes.takeBack(refused);
    expect(await textsOf(note.caseId)).toEqual(['à reprendre']);
    await notes.takeBack(accepted);
    expect(await textsOf(note.caseId)).toEqual([]);
  });

  it('are gone for ever once their key is destroyed, again and again', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    await notes.write(noteOf(caseId, 'secret'));
    await notes.write(noteOf(other, 'reste'));
    await notes.destroyKey(caseId);
    await notes.destroyKey(caseId);
    expect(await textsOf(caseId)).toEqual([]);
    await expect(notes.write(noteOf(caseId, 'encore'))).rejects.toThrow(NotesErased);
    expect(await textsOf(other)).toEqual(['reste']);
  });

  it('cannot be written to a case whose key was destroyed before it had any', async () => {
    const caseId = randomUUID();
    await notes.destroyKey(caseId);
    await expect(notes.write(noteOf(caseId, 'encore'))).rejects.toThrow(NotesErased);
  });

  it('that are written while the key is destroyed are gone or refused, never left', async () => {
    const caseId = randomUUID();
    const writing = Array.from({ length: 8 }, (_, at) => notes.write(noteOf(caseId, `note ${at}`)));
    await Promise.all([notes.destroyKey(caseId), Promise.allSettled(writing)]);
    expect(await database.query('SELECT 1 FROM relais.note WHERE case_id = $1', [caseId])).toEqual([]);
  });
});

describe('the keys of the installation', () => {
  const payload = (id: string, bytes = randomBytes(32)): InstallationKey => ({ name: 'PAYLOAD_KEYS', id, bytes });
  const disclosure = (bytes = randomBytes(32)): InstallationKey => ({ name: 'DISCLOSURE_KEY', id: '', bytes });
  const check = (...keys: InstallationKey[]) => database.transaction((sql) => checkKeys(sql, keys));
  const fingerprints = () =>
    database.query<{ name: string; id: string; fingerprint: Buffer }>(
      'SELECT name, id, fingerprint FROM relais.installation_key ORDER BY name, id',
    );
  const sentencesOf = (checked: Promise<void>) =>
    checked.then(
      () => [],
      (error: unknown) => (error instanceof WrongKeys ? error.sentences : [String(error)]),
    );
  beforeEach(() => database.query('DELETE FROM relais.installation_key'));

  it('are remembered when they come for the first time, and are the same from then on', async () => {
    const [k1, secret] = [payload('k1'), disclosure()];
    await check(k1, secret);
    await check(k1, secret);
    const [wrong, ...others] = await sentencesOf(check(k1, disclosure()));
    expect(wrong).toMatch(/^DISCLOSURE_KEY is another key .*secrets\.json.*forget-key\.js DISCLOSURE_KEY`\.$/);
    expect(others).toEqual([]);
    expect(await fingerprints()).toHaveLength(2);
  });

  it('are known by what tells nothing: not which two are one, nor of two installations', async () => {
    const one = randomBytes(32);
    await check(payload('k1', one), payload('k2', one), disclosure(one));
    const before = (await fingerprints()).map(({ fingerprint }) => fingerprint.toString('hex'));
    await database.query('DELETE FROM relais.installation_key');
    await check(payload('k1', one));
    const again = (await fingerprints()).map(({ fingerprint }) => fingerprint.toString('hex'));
    expect(new Set([...before, ...again]).size).toBe(4);
  });

  it('may be joined by a new one; an old one is missed until it is forgotten', async () => {
    const [k1, k2] = [payload('k1'), payload('k2')];
    await check(k1);
    await check(k2, k1);
    const [wrong] = await sentencesOf(check(k2));
    expect(wrong).toMatch(/^PAYLOAD_KEYS does not name the key k1.*forget-key\.js PAYLOAD_KEYS:k1`\.$/);
    expect(await database.transaction((sql) => forgetKey(sql, 'PAYLOAD_KEYS', 'k1'))).toBe(true);
    await check(k2);
  });

  it('that are wrong leave nothing of what came with them', async () => {
    await check(payload('k1'));
    expect(await sentencesOf(check(payload('k1'), payload('k2'), disclosure()))).toHaveLength(1);
    expect((await fingerprints()).map(({ id }) => id)).toEqual(['k1']);
  });

  it('must open the notes that a version of before has written', async () => {
    const ours = randomBytes(32);
    await database.query('TRUNCATE relais.note_key CASCADE');
    await new NoteRepository(database, ours).write(noteOf(randomUUID(), 'a'));
    const key = (bytes: Buffer): InstallationKey => ({
      name: 'NOTES_KEY',
      id: '',
      bytes,
      fits: (sql) => opensNotes(sql, bytes),
    });
    expect(await sentencesOf(check(key(randomBytes(32))))).toEqual([expect.stringMatching(/^NOTES_KEY is another/)]);
    await check(key(ours));
  });

  it('come before everything else that a process does with the database', async () => {
    const right = disclosure();
    await check(right);
    const source = () => createDataSource(server.url, { connections: 2 });
    const wrong = databaseWithKeys(source(), [disclosure()]);
    const refused = await Promise.allSettled([wrong.query('SELECT 1'), wrong.transaction(async () => 1)]);
    await expect(wrong.query('SELECT 1')).rejects.toThrow(WrongKeys);
    await wrong.stop();
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const ours = databaseWithKeys(source(), [right]);
    expect(await Promise.all([ours.query('SELECT 1 AS one'), ours.query('SELECT 1 AS one')])).toHaveLength(2);
    await ours.stop();
  });
});

describe('a database of a newer version', () => {
  it('is not taken for one that is up to date', async () => {
    await database.query(`INSERT INTO relais.migration (timestamp, name) VALUES (9, 'OfTomorrow9')`);
    await expect(migrate(database.source)).rejects.toThrow(/newer version of Relais, which made OfTomorrow9/);
    await database.query(`DELETE FROM relais.migration WHERE name = 'OfTomorrow9'`);
    expect(await migrate(database.source)).toEqual([]);
  });
});
