import { describe, expect, it } from '@jest/globals';
import type { InboxLine } from '#contracts/case';
import { basisOf, merge } from './calm-lines.js';

const line = (caseId: string) => ({ caseId, key: 'r:receiver' }) as InboxLine;
const lines = (...ids: string[]) => ids.map(line);
const nothing: ReadonlySet<string> = new Set();
const kept = { scope: 'to-answer', pages: 1, lines: lines('one', 'two'), released: nothing };
const shown = (result: ReturnType<typeof merge>) =>
  result.lines.map(({ line: { caseId }, gone }) => `${caseId}${gone ? ' gone' : ''}`);

describe('a list that does not move while one reads', () => {
  it('keeps what others handled at its place and says so, and lets go of what the person has left', () => {
    expect(shown(merge(kept, lines('two', 'three')))).toEqual(['one gone', 'two']);
    expect(shown(merge({ ...kept, released: new Set(['one/r:receiver']) }, lines('two')))).toEqual(['two']);
  });

  it('keeps its order and takes changes in place', () => {
    const [two, one] = [{ ...line('two'), code: 'new' }, line('one')];
    expect(merge(kept, [two, one]).lines.map((each) => each.line)).toEqual([one, two]);
  });

  it('announces what is new', () => {
    expect(merge(kept, lines('two', 'three')).fresh).toEqual(lines('three'));
  });

  it('shows again what comes back', () => {
    expect(shown(merge({ ...kept, released: new Set(['one/r:receiver']) }, lines('one', 'two')))).toEqual([
      'one',
      'two',
    ]);
  });

  it('puts a further page below, and what is gone does not vanish by it', () => {
    const more = basisOf(kept, { scope: 'to-answer', pages: 2 }, lines('two', 'three'));
    expect(shown(merge(more, lines('two', 'three')))).toEqual(['one gone', 'two', 'three']);
  });

  it('begins anew with another drawer', () => {
    expect(basisOf(kept, { scope: 'done', pages: 1 }, lines('four')).lines).toEqual(lines('four'));
    expect(basisOf(kept, { scope: 'to-answer', pages: 1 }, lines('four'))).toBe(kept);
  });
});
