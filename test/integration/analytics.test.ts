import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventColumnNames } from '#contracts/analysis/codes';
import { saveAnalysisRows } from '#persistence/analysis';
import { rebuild } from '../../apps/projector/src/rebuilding.js';
import { archive } from '../support/archived.js';
import { CaseStory, derivedRows } from '../support/case-story.js';
import { referredCase } from '../support/histories.js';
import { consumedRecords } from '../support/projection.js';
import { prepareReader, type ReaderGround } from '../support/reader.js';
import { until } from '../support/wait.js';

let ground: ReaderGround;

beforeAll(async () => {
  ground = await prepareReader();
});

afterAll(() => ground?.stop());

describe('the views', () => {
  beforeAll(async () => {
    const declined = { subject: randomUUID(), code: 'AB12', difficulty: 'debts', sector: 'horeca' };
    const referral = { ...declined, referral_id: randomUUID(), sender: 'accountant', profession: 'psychologist' };
    await archive(ground.database, [
      { ...declined, type: 'relais.case.opened.v1' },
      { ...referral, type: 'relais.referral.sent.v1', hop: 0, time: '2026-03-02T10:00:00.000Z' },
      {
        ...referral,
        type: 'relais.referral.declined.v1',
        reason: 'full',
        choice: 'capacity',
        time: '2026-03-03T10:00:00.000Z',
      },
      { ...declined, type: 'relais.case.closed.v1', outcome: 'recovered', time: '2026-04-01T10:00:00.000Z' },
      { ...declined, type: 'relais.case.reopened.v1', sector: 'retail', time: '2026-04-02T10:00:00.000Z' },
    ]);
    const past = {
      from: 'first-line',
      to: 'lawyer',
      sentOn: '2024-01-10T00:00:00.000Z',
      answer: 'full',
      answeredOn: '2024-01-12T00:00:00.000Z',
      firstContactOn: null,
      endedOn: null,
      outcome: null,
      hop: 1,
    };
    const facts = { code: 'AB12', difficulty: 'debts', sector: 'horeca' };
    const live = new CaseStory(1, facts)
      .happened('opened', '2026-03-02')
      .refer('r', '2026-03-02T10:00', { to: 'psychologist', from: 'accountant' })
      .later('r', 'declined', '2026-03-03T10:00', { reason: 'full', choice: 'capacity' })
      .happened('closed', '2026-04-01T10:00', { outcome: 'recovered' })
      .happened('reopened', '2026-04-02T10:00')
      .happened('facts-amended', '2026-04-02T10:00', { sector: 'retail' });
    const old = new CaseStory(2, { code: 'OLD1', sector: 'construction' }).happened('imported', '2024-05-01', {
      outcome: 'restart',
      data: { openedOn: '2024-01-09T00:00:00.000Z', closedOn: '2024-05-01T00:00:00.000Z', referrals: [past] },
    });
    await saveAnalysisRows(ground.database, 'projection', derivedRows(live, old));
    await archive(ground.database, [
      {
        subject: randomUUID(),
        code: 'OLD1',
        type: 'relais.case.imported.v1',
        outcome: 'restart',
        data: { openedOn: '2024-01-09T00:00:00.000Z', closedOn: '2024-05-01T00:00:00.000Z', referrals: [past] },
      },
    ]);
  });

  it('give all columns of events', async () => {
    const { fields, rows } = await ground.client.query('SELECT * FROM analytics.events ORDER BY position');
    expect(fields.map((one) => one.name)).toEqual(eventColumnNames);
    expect(rows).toHaveLength(6);
  });

  it('give one row per case, as it is known now', async () => {
    const rows = await ground.ask(
      'SELECT code, imported, closed_at, outcome, reopenings, referrals, sector FROM analytics.cases ORDER BY code',
    );
    expect(rows).toEqual([
      { code: 'AB12', imported: false, closed_at: null, outcome: null, reopenings: 1, referrals: 1, sector: 'retail' },
      {
        code: 'OLD1',
        imported: true,
        closed_at: new Date('2024-05-01T00:00:00Z'),
        outcome: 'restart',
        reopenings: 0,
        referrals: 1,
        sector: 'construction',
      },
    ]);
  });

  it('give one row per referral with what became of it', async () => {
    const rows = await ground.ask(
      `SELECT code, imported, sender, profession, hop, sent_at, declined_at, decline_reason, decline_choice, accepted_at, sector
         FROM analytics.referrals ORDER BY code`,
    );
    expect(rows).toEqual([
      {
        code: 'AB12',
        imported: false,
        sender: 'accountant',
        profession: 'psychologist',
        hop: 0,
        sent_at: new Date('2026-03-02T10:00:00Z'),
        declined_at: new Date('2026-03-03T10:00:00Z'),
        decline_reason: 'full',
        decline_choice: 'capacity',
        accepted_at: null,
        sector: 'horeca',
      },
      {
        code: 'OLD1',
        imported: true,
        sender: 'first-line',
        profession: 'lawyer',
        hop: 1,
        sent_at: new Date('2024-01-10T00:00:00Z'),
        declined_at: new Date('2024-01-12T00:00:00Z'),
        decline_reason: 'full',
        decline_choice: null,
        accepted_at: null,
        sector: 'construction',
      },
    ]);
  });

  it('say what they and their columns mean', async () => {
    const silent = await ground.ask(
      `SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'analytics'::regnamespace
          AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid) IS NULL)`,
    );
    expect(silent).toEqual([]);
  });

  it('give the measures before, during and after a rebuild, in the same session', async () => {
    await ground.project();
    await ground.publisher.publish([...referredCase(0).events, ...referredCase(1).events]);
    await until(async () => (await consumedRecords(ground.database)) >= 10, 'the projector has taken in all records');
    const question = 'SELECT * FROM analytics.measures ORDER BY cube, week, codes::text';
    const before = await ground.ask(question);
    expect(before.find((one) => one['cube'] === 'opened')).toMatchObject({
      imported: false,
      codes: { 'difficulty-group': expect.any(String), area: expect.any(String) },
    });
    expect(before.filter((one) => String(one['cube']).includes('/'))).toEqual([]);
    await rebuild(ground);
    expect(await ground.ask(question)).toEqual(before);
    await rebuild(ground);
    expect(await ground.ask(question)).toEqual(before);
  });
});
