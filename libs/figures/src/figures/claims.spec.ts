import { describe, expect, it } from '@jest/globals';
import { monthOfWeek } from '#domain/calendar';
import { figure, page, type Given } from '#test/figures-page';
import { cellsOf, desk, markupOf, plain, sum } from '#test/pictures-agree';
import type { FilterWords } from '../model/filters.js';
import type { Scene } from './figure.js';
import { fileOf } from './file.js';
import { openingOf } from './opening.js';

describe('a sign on a month', () => {
  /** The signs that are drawn, from left to right: up for a rise. */
  const signs = (scene: Scene) =>
    [...markupOf(figure(scene, 'trend').draw({ ...desk, reading: '' })).matchAll(/l6\.5,(-?)11h-13Z/g)].map(
      ([, minus]) => (minus === '-' ? 'fall' : 'rise'),
    );
  const months = (counts: Readonly<Record<string, number>>, otherwise: number) => (week: string) =>
    counts[monthOfWeek(week)] ?? otherwise;

  it('is one of the change that the page says', () => {
    const risen = page({ base: 1, weekly: { vat: months({ '2026-09': 30, '2026-10': 30, '2026-11': 30 }, 10) } });
    expect(openingOf(risen).changes[0]).toContain('risen');
    expect(signs(risen)).toEqual(['rise', 'rise', 'rise']);
  });

  it('is drawn of no month that is unusual by itself when the period has not changed', () => {
    const level = page({ base: 1, weekly: { vat: months({ '2026-09': 1, '2026-10': 19 }, 10) } });
    expect(openingOf(level).changes[0]).toContain('No difficulty has changed');
    expect(
      figure(level, 'trend')
        .table.lines.slice(-3)
        .map(({ cells }) => cells[0]),
    ).toEqual([4, 95, 40]);
    expect(signs(level)).toEqual([]);
  });

  it('is drawn of no month that goes against the change', () => {
    const mixed = page({ base: 1, weekly: { vat: months({ '2026-09': 1, '2026-10': 40, '2026-11': 40 }, 10) } });
    expect(openingOf(mixed).changes[0]).toContain('risen');
    expect(signs(mixed)).toEqual(['rise', 'rise']);
  });
});

describe('the most frequent', () => {
  const told = (answers: Given['answers'], id: string, how: Given = {}) =>
    figure(page({ answers: answers ?? {}, ...how }), id).reading;

  it.each([
    ['matrix', 'matrix', 'vat horeca', 'rent trade', /Most often: VAT in hospitality/, /No cell stands out/],
    ['map', 'places', '21001', '21004', /Most cases: Anderlecht \(/, /No municipality stands out/],
    ['unmet', 'unmet', 'person west', 'business centre', /most often: the person/, /no group or area that stands out/],
    ['flow', 'sent', 'lawyer accountant', 'lawyer coach', /most often to a service of this profession: acc/, /help\.$/],
    ['declines', 'waitAnswer', 'full 2h', 'expired 2h', /; the most frequent reason: /, /not answered\.$/],
  ] as const)('of the figure %s is named only when it stands out', (id, question, one, other, named, level) => {
    const counts = (count: number, less: number) => ({ [question]: { [one]: count, [other]: less } });
    expect(told(counts(95, 5), id)).toMatch(named);
    expect(told(counts(10, 5), id)).toMatch(level);
    // 30 and 10 are far apart when they are exact, and not when both were rounded.
    expect(told(counts(30, 10), id, { base: 1 })).toMatch(named);
    expect(told(counts(30, 10), id)).toMatch(level);
  });

  it('of the municipalities has to stand out more when a filter made the counts less exact', () => {
    const answers = { places: { '21001': 45, '21004': 10 } };
    expect(told(answers, 'map')).toMatch(/Most cases: Anderlecht/);
    expect(told(answers, 'map', { filters: { group: 'person' } })).toMatch(/No municipality stands out/);
    const rates = { answers: { places: { '21001': 45, '21004': 15 } }, businesses: { '21001': 5_000, '21004': 5_000 } };
    expect(figure(page(rates), 'map-rate').reading).toMatch(/Anderlecht/);
    expect(figure(page({ ...rates, filters: { group: 'person' } }), 'map-rate').reading).not.toMatch(/Anderlecht/);
  });

  it('of the difficulties is named on the first screen only when it stands out', () => {
    const first = (count: number) => {
      const steady = (some: number) => (week: string) => (week >= '2026-W23' ? some : 0);
      return plain(openingOf(page({ weekly: { vat: steady(count), rent: steady(5) } })).changes.join(' '));
    };
    expect(first(20)).toMatch(/The most frequent: VAT/i);
    expect(first(6)).toMatch(/^No difficulty has changed [^.]*\.$/);
  });
});

describe('what changed', () => {
  const since = (week: string) => week >= '2026-W36';

  it('is told with the clearest rise first, whatever has fallen more clearly', () => {
    const scene = page({
      base: 1,
      weekly: { vat: (week) => (since(week) ? 1 : 20), rent: (week) => (since(week) ? 14 : 7) },
    });
    expect(openingOf(scene).changes.map((told) => /risen|fallen/.exec(told)?.[0])).toEqual(['risen', 'fallen']);
    expect(figure(scene, 'trend').title).toMatch(/^Rent/);
  });

  it('is about the difficulty that a person chose, in the first chart', () => {
    const weekly = { vat: (week: string) => (since(week) ? 20 : 10), rent: () => 3 };
    expect(figure(page({ weekly }), 'trend').title).toMatch(/^VAT/);
    expect(figure(page({ weekly, filters: { difficulty: 'rent' } }), 'trend').title).toMatch(/^Rent/);
  });

  it('is told with the sectors it mostly came from, unless the page is of one sector', () => {
    const told = (filters: FilterWords) =>
      openingOf(
        page({
          base: 1,
          filters,
          weekly: { vat: (week) => (since(week) ? 20 : 10) },
          answers: { matrix: { 'vat horeca': 260 }, matrixBefore: { 'vat horeca': 130 } },
        }),
      ).changes.map(plain);
    expect(told({})).toEqual([expect.stringContaining(', mostly in hospitality')]);
    expect(told({ sector: 'horeca' })).toEqual([expect.not.stringContaining('mostly')]);
  });
});

describe('a number of the first screen', () => {
  const ofOpened = (how: Given) => openingOf(page(how)).keyFigures.find(({ id }) => id === 'opened');

  it('is believed less where filters made it less exact', () => {
    // 130, then 184 of thirteen weeks each.
    const opened = (week: string) => (week < '2026-W36' ? 10 : week === '2026-W36' ? 16 : 14);
    expect(ofOpened({ opened })?.verdict).toBe('rise');
    expect(ofOpened({ opened, filters: { area: 'west', sector: 'horeca' } })?.verdict).toBe('none');
  });

  it('says that there is nothing to compare with, and nothing of chance, where figures do not reach back', () => {
    const told = ofOpened({ opened: () => 10, first: '2026-W30' });
    expect([told?.value.includes('130'), told?.change, told?.certainty]).toEqual([true, 'nothing to compare with', '']);
    expect(ofOpened({ opened: () => 10 })).toMatchObject({ certainty: 'no clear change' });
  });

  it('is not compared over the end of imported history where that counts by another rule, and says so', () => {
    const given: Given = {
      base: 1,
      opened: (week) => (week < '2026-W36' ? 40 : 70),
      answers: { closed: { all: 550 }, unmet: { 'person west': 90 }, unmetBefore: { 'person west': 30 } },
    };
    const told = (history?: string) =>
      openingOf(page({ ...given, ...(history !== undefined && { history }) }))
        .keyFigures.filter(({ id }) => ['opened', 'closed', 'unmet'].includes(id))
        .map(({ change, certainty, verdict }) => [plain(change), certainty, verdict]);
    const another = ['not compared: cases from before Relais are counted by another rule', '', 'none'];
    const risen = 'risen, more than chance explains';
    const [opened, , unmet] = told();
    expect([opened?.[1], unmet]).toEqual([risen, ['against 30 in the period before', risen, 'rise']]);
    for (const week of ['2026-W48', '2026-W40', '2026-W35', '2026-W30']) {
      expect(told(week)).toEqual([opened, another, another]);
    }
    expect(told('2026-W22')).toEqual(told());
  });

  it('says by which rule imported history counts where help is missing, of a period that holds some of it', () => {
    const note = (history: string) => figure(page({ history }), 'unmet').note;
    expect([note('2026-W36'), note('2026-W35')]).toEqual([
      expect.stringContaining('when services answered and none accepted'),
      expect.not.stringContaining('Relais'),
    ]);
  });

  it('says that there are too few for a share or a wait', () => {
    const { keyFigures } = openingOf(page({ answers: { waitAnswer: { 'accepted 2h': 5 } } }));
    expect(keyFigures.flatMap(({ id, value }) => (value === 'too few to say' ? [id] : []))).toEqual([
      'accepted',
      'wait',
    ]);
  });

  it('is the sum of the cells that a figure shows, where noise made one of them less than nothing', () => {
    const scene = page({ answers: { unmet: { 'person west': 20, 'money centre': -5 } } });
    const told = openingOf(scene).keyFigures.find(({ id }) => id === 'unmet')?.value ?? '';
    expect([plain(told), sum(cellsOf(figure(scene, 'unmet')))]).toEqual(['≈\u00a020', 20]);
  });
});

describe('what a page says of itself', () => {
  const tooYoung = 'The figures do not reach back far enough to compare.';

  it('is that figures do not reach back far enough', () => {
    expect(openingOf(page({ first: '2026-W30' })).scope).toContain(tooYoung);
    expect(openingOf(page({})).scope).not.toContain(tooYoung);
  });

  it('is which week is not over and left out, or that there is no other', () => {
    const asOf = '2026-11-26T10:00:00.000Z';
    expect(openingOf(page({ asOf })).scope).toContain('The week of 23 Nov is not over: it does not count yet.');
    expect(openingOf(page({})).scope.join(' ')).not.toContain('not over');
    const only = openingOf(page({ asOf, first: '2026-W48' })).scope;
    expect(only).toContain('This week is not over: figures up to 26 Nov.');
    expect(only.join(' ')).not.toMatch(/does not count yet|reach back/);
  });

  it('is which filters a figure does not hear', () => {
    const scene = page({ filters: { sector: 'horeca', area: 'west', group: 'person' } });
    expect(Object.fromEntries(openingOf(scene).keyFigures.map(({ id, note }) => [id, note]))).toEqual({
      opened: '',
      closed: 'all sectors',
      accepted: 'all sectors, the whole region, all difficulties',
      wait: 'all sectors, the whole region, all difficulties',
      unmet: 'all sectors',
    });
    // One of the two hears the sector: each is told with what it is of.
    expect(figure(scene, 'balance').ignored).toEqual([]);
    expect(figure(scene, 'balance').reading).toMatch(/cases opened and .* closed \(all sectors\) since/);
    expect(figure(scene, 'matrix').ignored).toEqual([]);
    expect(openingOf(page({})).keyFigures.map(({ note }) => note)).toEqual(['', '', '', '', '']);
  });

  it('is in the name of a file too, with the last day of a week that is not over', () => {
    const name = (scene: Scene) => fileOf(figure(scene, 'map'), scene).name;
    expect(name(page({}))).toBe('relais-map-2026-W36-2026-W48');
    expect(name(page({ first: '2026-W48', asOf: '2026-11-26T10:00:00.000Z' }))).toBe(
      'relais-map-2026-W48-until-2026-11-26',
    );
  });
});
