import { describe, expect, it } from '@jest/globals';
import type { PlatformEvent } from '#contracts/catalogue';
import type { DirectoryEvent } from '#contracts/directory';
import { importedCase, referredCase } from '#test/histories';
import { fromRecord, toRecord } from './cloud-event.js';
import type { KafkaRecord } from './record.js';

const scene = referredCase(1);
const capacity: DirectoryEvent = {
  id: 'c0ffee',
  subject: 'listening-west',
  sequence: 4,
  time: '2026-09-01T08:00:00.000Z',
  by: { kind: 'clock' },
  type: 'relais.directory.capacity-confirmed.v1',
  data: { serviceId: 'listening-west', organisationId: 'west', capacity: 'full' },
};
const published: PlatformEvent = {
  id: 'monitoring:2',
  subject: 'monitoring',
  sequence: 2,
  time: '2026-09-07T00:05:00.000Z',
  by: { kind: 'clock' },
  type: 'relais.platform.epoch-published.v1',
  data: { epochId: '2026-W36', number: 2, hash: 'a'.repeat(64) },
};

const changed = (change: Partial<KafkaRecord>): KafkaRecord => ({ ...toRecord(importedCase(1)), ...change });
const withHeaders = (headers: Record<string, string>) =>
  changed({ headers: { ...toRecord(importedCase(1)).headers, ...headers } });

describe('a record', () => {
  it('is a CloudEvent in binary mode', () => {
    const event = importedCase(1);
    expect(toRecord(event)).toEqual({
      key: event.caseId,
      headers: {
        ce_specversion: '1.0',
        ce_id: `${event.caseId}:1`,
        ce_source: '/relais/cases',
        ce_type: 'relais.case.imported.v1',
        ce_subject: event.caseId,
        ce_time: '2024-02-01T11:00:00.000Z',
        ce_sequence: '1',
        ce_dataschema: 'http://localhost:8400/schemas/relais.case.imported.v1',
        'content-type': 'application/json',
      },
      value: Buffer.from(JSON.stringify({ by: event.by, data: event.data })),
    });
  });

  it('loses nothing of an event', () => {
    for (const event of [...scene.events, importedCase(1)]) {
      expect(fromRecord(toRecord(event))).toEqual({ stream: 'cases', subject: event.caseId, event });
    }
    expect(fromRecord(toRecord(capacity))).toEqual({ stream: 'directory', subject: 'listening-west', event: capacity });
    expect(fromRecord(toRecord(published))).toEqual({ stream: 'platform', subject: 'monitoring', event: published });
  });

  it.each<[string, KafkaRecord, string]>([
    ['without a value', changed({ value: null }), 'unparsable'],
    ['that is no JSON', changed({ value: Buffer.from('{') }), 'unparsable'],
    ['that is not UTF-8', changed({ value: Buffer.from([0x22, 0xff, 0x22]) }), 'unparsable'],
    ['whose value is no object', changed({ value: Buffer.from('7') }), 'unparsable'],
    ['of another version of CloudEvents', withHeaders({ ce_specversion: '2.0' }), 'unparsable'],
    ['of a type nobody knows', withHeaders({ ce_type: 'relais.case.sung.v1' }), 'unknown-type'],
    ['without a sequence', withHeaders({ ce_sequence: '' }), 'schema'],
    ['with a sequence that is no number', withHeaders({ ce_sequence: 'one' }), 'schema'],
    ['with the id of another event', withHeaders({ ce_id: 'x:1' }), 'schema'],
    ['with the key of another case', changed({ key: 'x' }), 'schema'],
    ['whose data lacks something', changed({ value: Buffer.from('{"by":{"kind":"clock"},"data":{}}') }), 'schema'],
  ])('%s is not understood', (_what, record, reason) => {
    expect(fromRecord(record)).toMatchObject({ reason });
  });

  it('is never repeated in what is said of it', () => {
    const value = Buffer.from('{"by":{"kind":"clock"},"data":{"outcome":"Jan Peeters"}}');
    expect(JSON.stringify(fromRecord(changed({ value })))).not.toContain('Jan');
    expect(JSON.stringify(fromRecord(changed({ value: Buffer.from('Jan Peeters') })))).not.toContain('Jan');
  });

  it('of an older version comes in the newest one', () => {
    const old = toRecord(importedCase(1));
    const before = { ...old, headers: { ...old.headers, ce_type: 'relais.case.imported.v0' } };
    const steps = { 'relais.case.imported.v0': (data: unknown) => data };
    expect(fromRecord(before, steps)).toEqual(fromRecord(old));
    expect(fromRecord(before)).toMatchObject({ reason: 'unknown-type' });
  });

  it('of an older version that breaks its upcaster is not understood, and not repeated', () => {
    const broken = () => {
      throw new Error('Jan Peeters');
    };
    const fault = fromRecord(toRecord(importedCase(1)), { 'relais.case.imported.v1': broken });
    expect(fault).toEqual({
      reason: 'schema',
      detail: 'relais.case.imported.v1 cannot be made into its newest version',
    });
  });
});
