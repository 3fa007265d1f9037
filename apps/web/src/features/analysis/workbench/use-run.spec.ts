import { describe, expect, it } from '@jest/globals';
import type { RunMessage } from '#contracts/analysis';
import { begin, received } from './use-run.js';

const written = '\n  SELECT a, nosuch';
const messages: readonly RunMessage[] = [
  { kind: 'started' },
  { kind: 'columns', columns: [{ name: 'a', type: 'INTEGER', kind: 'number' }] },
  { kind: 'rows', rows: [[1], [2]] },
  { kind: 'progress', percent: 40, seconds: 0.2 },
  { kind: 'rows', rows: [[3]] },
];
const halfway = messages.reduce(received, begin({ sql: written.trim(), parameters: {} }, written));

describe('a run', () => {
  it('gathers rows while they come, and is done only when the end says so', () => {
    expect(halfway).toMatchObject({ state: 'running', percent: 40, rows: [[1], [2], [3]], end: null });
    const end: RunMessage = { kind: 'end', rows: 3, cut: 'rows', milliseconds: 5, filedUntil: null };
    expect(received(halfway, end)).toMatchObject({ state: 'done', rows: [[1], [2], [3]], end });
  });

  it('waits for its turn, and says how many are before it until it runs', () => {
    const waits = received(halfway, { kind: 'progress', percent: null, seconds: 1, ahead: 2 });
    expect(waits).toMatchObject({ state: 'running', ahead: 2 });
    expect(received(waits, { kind: 'progress', percent: 10, seconds: 2 }).ahead).toBeNull();
    expect(received(waits, { kind: 'columns', columns: [] }).ahead).toBeNull();
  });

  it('that fails shows none of the rows that came: a short result looks like an answer', () => {
    const failed = received(halfway, { kind: 'fault', fault: { code: 'memory', text: 'Too much.', position: null } });
    expect(failed).toMatchObject({ state: 'failed', rows: [], columns: [], fault: { text: 'Too much.' } });
  });

  it('that ends with fewer rows than were sent has failed', () => {
    const end: RunMessage = { kind: 'end', rows: 4, cut: null, milliseconds: 5, filedUntil: null };
    expect(received(halfway, end)).toMatchObject({ state: 'failed', rows: [], end: null, fault: { code: 'failed' } });
  });

  it('places a fault in the text as it was written, spaces before it included', () => {
    const at = written.trim().indexOf('nosuch');
    const failed = received(halfway, { kind: 'fault', fault: { code: 'invalid', text: 'No.', position: at } });
    expect(failed.fault?.position).toBe(written.indexOf('nosuch'));
  });
});
