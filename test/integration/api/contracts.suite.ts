import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CatalogueView, CatalogueView as View } from '#contracts/analysis';
import { createDataSource } from '#persistence/kernel';
import { ask, type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';

const type = 'relais.referral.declined.v1';
/** Where this installation is found. */
export const publicUrl = 'https://relais.example/';

let stack: Stack;
let analyst: Client;

/** The contracts of this installation. */
export function contracts(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    analyst = await signIn(stack.apiUrl, 'anna-hub');
  });

  /** Puts an event into the archive as the archivist does. */
  async function archive(sequence: number, time: string, reason: string): Promise<void> {
    const source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
    try {
      await source.query(
        `INSERT INTO archive.event (position, stream, type, subject, sequence, event_id, time, by_kind, reason, data, topic, partition, "offset")
         VALUES (nextval('archive.event_positions'), 'cases', $1, 'a-case', $2, $6, $3, 'person', $4, $5, 'none', 0, 0)`,
        [type, sequence, time, reason, { reason }, `a-case:${sequence}`],
      );
    } finally {
      await source.destroy();
    }
  }

  async function read(client: Client): Promise<CatalogueView> {
    const { status, body } = await client.get<CatalogueView>('/contracts');
    expect(status).toBe(200);
    return View.parse(body);
  }

  describe('contracts', () => {
    it('describe every event with its topic, version, fields and schema', async () => {
      const { events, attributes } = await read(analyst);
      expect(events).toHaveLength(41);
      const declined = events.find((one) => one.type === type);
      expect(declined).toMatchObject({
        stream: 'cases',
        topic: `${stack.prefix}.cases.v1`,
        version: 1,
        meaning: { en: 'A service declined.' },
        schemaUrl: `https://relais.example/schemas/${type}`,
        changes: [
          { what: 'field-added', path: 'by.forPersonId', code: null, since: 'released' },
          { what: 'field-added', path: 'by.linkId', code: null, since: 'released' },
          ...['unaffiliated', 'entrepreneur', 'link'].map((code) => ({
            what: 'code-added',
            path: 'by.kind',
            code,
            since: 'released',
          })),
        ],
      });
      expect(declined?.fields.find((one) => one.path === 'data.choice')).toMatchObject({
        kind: 'code',
        codes: ['entrepreneur', 'service', 'capacity', 'out-of-remit'],
        privacy: 'code',
      });
      expect(attributes.map((one) => one.header)).toContain('ce_dataschema');
    });

    it('tell what grew since the last release', async () => {
      const { events } = await read(analyst);
      const changed = events
        .filter((one) => one.changes.some(({ path }) => path?.startsWith('by.') !== true))
        .map((one) => one.type);
      expect(changed).toEqual([
        'relais.case.opened.v1',
        'relais.case.imported.v1',
        'relais.case.follow-up-due.v1',
        'relais.case.lead-offered.v1',
        'relais.case.lead-offer-declined.v1',
        'relais.case.lead-offer-lapsed.v1',
        'relais.case.lead-reminded.v1',
        'relais.case.escalated.v1',
        'relais.referral.reminded.v1',
        'relais.referral.escalated.v1',
        'relais.referral.answer-undone.v1',
        'relais.directory.capacity-lapsed.v1',
        'relais.platform.epoch-published.v1',
        'relais.platform.pack-withdrawn.v1',
        'relais.platform.remark-withdrawn.v1',
      ]);
      expect(events.find((one) => one.type === 'relais.directory.capacity-lapsed.v1')?.changes).toEqual([
        { what: 'type-added', path: null, code: null, since: 'released' },
      ]);
      // Who caused it may be more than before, whatever happened.
      const unchanged = events.filter(
        (one) => !one.changes.some(({ path, code }) => path === 'by.kind' && code === 'link'),
      );
      expect(unchanged.map((one) => one.type)).toEqual([
        'relais.case.lead-offered.v1',
        'relais.case.lead-offer-declined.v1',
        'relais.case.lead-offer-lapsed.v1',
        'relais.case.lead-reminded.v1',
        'relais.case.escalated.v1',
        'relais.referral.answer-undone.v1',
        'relais.directory.capacity-lapsed.v1',
        'relais.platform.epoch-published.v1',
        'relais.platform.pack-withdrawn.v1',
        'relais.platform.remark-withdrawn.v1',
      ]);
    });

    it('show the newest event of a type as a sample, to those who may analyse', async () => {
      await archive(2, '2026-03-02T10:00:00.250Z', 'full');
      await archive(1, '2026-03-01T10:00:00.000Z', 'not-our-work');
      const { events, samples } = await read(analyst);
      expect(samples).toBe(true);
      expect(events.find((one) => one.type === type)?.sample).toMatchObject({
        sequence: 2,
        time: '2026-03-02T10:00:00.250Z',
        reason: 'full',
        data: { reason: 'full' },
      });
      expect(events.find((one) => one.type === 'relais.case.retention-ended.v1')?.sample).toBeNull();
    });

    it('are open to a member, who sees no sample, and closed to strangers', async () => {
      const { events, samples } = await read(await signIn(stack.apiUrl, 'mark-febelfin'));
      expect(samples).toBe(false);
      expect(events.filter((one) => one.sample !== null)).toEqual([]);
      expect((await ask(stack.apiUrl, 'GET', '/api/v1/contracts')).status).toBe(401);
      expect((await ask(stack.apiUrl, 'GET', '/api/v1/contracts/asyncapi.json')).status).toBe(401);
    });

    it('are closed, as the directory is, to whoever has no role here', async () => {
      const source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
      const [row] = await source.query<{ membership_id: string }[]>(
        `INSERT INTO relais.membership (person_id, organisation_id, roles) VALUES ('mark-febelfin', 'febelfin', '{}')
         RETURNING membership_id`,
      );
      await source.destroy();
      const mark = await signIn(stack.apiUrl, 'mark-febelfin', undefined, row?.membership_id);
      expect((await mark.get('/session')).status).toBe(200);
      for (const path of ['/contracts', '/contracts/asyncapi.json', '/directory/services']) {
        expect([path, (await mark.get(path)).status]).toEqual([path, 403]);
      }
    });

    it('are an AsyncAPI document with the topics of this installation', async () => {
      const { body } = await analyst.get<{ asyncapi: string; channels: Record<string, { address: string }> }>(
        '/contracts/asyncapi.json',
      );
      expect(body.asyncapi).toBe('3.0.0');
      expect(body.channels['directory']?.address).toBe(`${stack.prefix}.directory.v1`);
    });
  });

  describe('a schema', () => {
    it('is there for everybody and may be kept', async () => {
      const { status, headers, body } = await ask<{ $id: string; title: string }>(
        stack.apiUrl,
        'GET',
        `/schemas/${type}`,
      );
      expect([status, headers.get('content-type')]).toEqual([200, 'application/schema+json; charset=utf-8']);
      expect(headers.get('cache-control')).toBe('public, max-age=3600');
      expect(body).toMatchObject({ $id: `urn:relais:schema:${type}`, title: type });
    });

    it.each(['relais.case.unheard-of.v1', 'relais', '__proto__'])('of %s is a problem and no page', async (unknown) => {
      const headers = { accept: 'text/html' };
      const { status, problem, ...answer } = await ask(stack.apiUrl, 'GET', `/schemas/${unknown}`, { headers });
      expect([status, problem.code]).toEqual([404, 'not-found']);
      expect(answer.headers.get('cache-control')).toBeNull();
    });
  });
}
