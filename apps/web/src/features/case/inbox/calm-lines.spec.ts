import { afterEach, describe, expect, it } from '@jest/globals';
import { createElement, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CaseView, Inbox, InboxLine } from '#contracts/case';
import { basisOf, merge, readOf, useCalmLines } from './calm-lines.js';
import { handled } from './handled.js';

const line = (caseId: string) => ({ caseId, key: 'r:receiver' }) as InboxLine;
const lines = (...ids: string[]) => ids.map(line);
const nothing: ReadonlySet<string> = new Set();
const kept = { scope: 'to-answer', pages: 1, lines: lines('one', 'two'), released: nothing };
const shown = (result: ReturnType<typeof merge>) =>
  result.lines.map(({ line: { caseId }, gone }) => `${caseId}${gone ? ' gone' : ''}`);

describe('a list that does not move while one reads', () => {
  afterEach(() => handled.forget());

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

  it('is the same list with one page more, without what the person has handled, and settled once it is not an old one', () => {
    const page = (...of: readonly Partial<InboxLine>[]) => ({ lines: of }) as Inbox;
    const sent = { caseId: 'two', referralId: 'r', state: 'sent' } as const;
    const query = { data: { pages: [page({ caseId: 'one' })], pageParams: [] }, isFetchedAfterMount: false };
    const more = { ...query, data: { ...query.data, pages: [...query.data.pages, page(sent, { caseId: 'three' })] } };
    const read = (isStale: boolean) => {
      const { wanted, current, settled } = readOf('dispatch', { ...more, isStale });
      return [wanted.scope, wanted.pages, current?.map(({ caseId }) => caseId), settled];
    };
    expect(readOf('dispatch', { ...query, isStale: true }).wanted.scope).toBe('dispatch');
    expect(read(true)).toEqual(['dispatch', 2, ['one', 'two', 'three'], false]);
    handled.note({ caseId: 'two', referrals: [{ referralId: 'r', state: 'recalled' }] } as CaseView, 'r');
    expect(read(false)).toEqual(['dispatch', 2, ['one', 'three'], true]);
    expect(readOf('dispatch', { ...more, isStale: true, isFetchedAfterMount: true }).settled).toBe(true);
  });

  it('begins anew with another drawer', () => {
    expect(basisOf(kept, { scope: 'done', pages: 1 }, lines('four')).lines).toEqual(lines('four'));
    expect(basisOf(kept, { scope: 'to-answer', pages: 1 }, lines('four'))).toBe(kept);
  });
  it('that was empty takes what comes at once: nobody reads it', () => {
    const empty = { ...kept, lines: [] };
    expect(basisOf(empty, { scope: 'to-answer', pages: 1 }, lines('four')).lines).toEqual(lines('four'));
    expect(basisOf(empty, { scope: 'to-answer', pages: 1 }, [])).toBe(empty);
  });

  it('keeps what is shown when fewer pages are fetched anew, and puts the next one below it again', () => {
    const two = { ...kept, pages: 2 };
    const fewer = basisOf(two, { scope: 'to-answer', pages: 1 }, lines('one'));
    expect(fewer).toEqual({ ...two, pages: 1 });
    expect(basisOf(fewer, { scope: 'to-answer', pages: 2 }, lines('one', 'five')).lines).toEqual(
      lines('one', 'two', 'five'),
    );
  });

  /** What is shown after the list was told of one by one; a page draws itself anew while it is drawn. */
  function shownOf(...told: readonly (readonly [current: InboxLine[] | undefined, settled: boolean])[]): string {
    function Page() {
      const [step, setStep] = useState(0);
      const [current, settled] = told[step] ?? [undefined, false];
      const data = current && { pages: [{ lines: current } as unknown as Inbox], pageParams: [] };
      const list = useCalmLines('to-answer', { data, isFetchedAfterMount: settled, isStale: true });
      if (step < told.length - 1) {
        setStep(step + 1);
      }
      return `${shown({ lines: [...list.lines], fresh: [] }).join(', ')}; ${list.fresh} new`;
    }
    return renderToStaticMarkup(createElement(Page));
  }

  it('begins with what the server says once it is looked at, and not with what was handled long ago', () => {
    const [old, now] = [lines('one', 'two'), lines('two', 'three')];
    expect(shownOf([undefined, false], [old, false])).toBe('one, two; 0 new');
    expect(shownOf([old, false], [now, true])).toBe('two, three; 0 new');
    expect(shownOf([old, true], [now, true])).toBe('one gone, two; 1 new');
    expect(shownOf([old, true], [now, false])).toBe('one gone, two; 1 new');
  });
});
