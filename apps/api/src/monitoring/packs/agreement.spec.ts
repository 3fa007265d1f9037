import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sectorGroups } from '#contracts/case/codes';
import {
  areas,
  codesOf,
  csvLine,
  csvMannerOf,
  difficulties,
  difficultyGroups,
  languages,
  region,
} from '#contracts/kernel/codes';
import type { CubeQuery, PackRequest } from '#contracts/monitoring';
import type { BusinessCounts, Series } from '#contracts/outside';
import type { CubeName } from '#contracts/monitoring/codes';
import { mondayOf, monthOfWeek, shiftWeek, weeksBetween } from '#domain/calendar';
import { csvOfFile, fileOf, figuresOf, openingOf, sayIn, type Opening } from '#figures';
import { answerFrom, sceneFrom } from '#test/page-of-world';
import { cellsOf, columnOf, desk, markupOf, picturesAgree, plain, sum, unescaped } from '#test/pictures-agree';
import { counted, isAcrossHistory, worldFrom, type World } from '#test/published-world';
import type { PublishedService } from '../published.service.js';
import { PackWriter } from './pack-writer.js';
import { runs } from '#test/runs';

const series = { title: { fr: 'Entreprises', nl: 'Ondernemingen', en: 'Businesses' }, source: 'Office' } as Series;
const municipalities = Object.keys(region.municipalities);
/** Businesses of some municipalities, of others nobody knows. */
const businesses = fc
  .subarray(municipalities)
  .chain((known) =>
    fc.tuple(
      ...known.map((one) => fc.record({ municipality: fc.constant(one), value: fc.integer({ min: 1, max: 40_000 }) })),
    ),
  )
  .map((values): BusinessCounts => ({ series, period: '2025', values }));

const search = fc.record({
  since: fc.option(
    fc.integer({ min: 0, max: 20 }).map((by) => shiftWeek('2026-W47', -by)),
    { nil: undefined },
  ),
  against: fc.constantFrom('before', 'year'),
  sector: fc.option(fc.constantFrom(...codesOf(sectorGroups)), { nil: undefined }),
  area: fc.option(fc.constantFrom(...Object.keys(areas)), { nil: undefined }),
  group: fc.option(fc.constantFrom(...codesOf(difficultyGroups)), { nil: undefined }),
  difficulty: fc.option(fc.constantFrom(...codesOf(difficulties)), { nil: undefined }),
});
const world = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    weeks: fc.constantFrom(1, 3, 20, 70),
    busy: fc.constantFrom(0, 2, 9),
    isOpen: fc.boolean(),
    history: fc.option(
      fc.integer({ min: 0, max: 80 }).map((by) => shiftWeek('2026-W48', -by)),
      { nil: null },
    ),
  })
  .map(({ seed, ...shape }) => worldFrom(seed, shape));

async function packOf(world: World, request: PackRequest): Promise<string> {
  const published = {
    newest: async () => ({ number: 7 }),
    answer: async (cube: CubeName, query: CubeQuery) => answerFrom(world, cube, query),
  } as unknown as PublishedService;
  return (await new PackWriter(published).write(request, { figures: [] }))?.page ?? '';
}

describe('one page has one set of figures', () => {
  it('whatever is filtered: words, pictures, tables, files and the beamer say the same, and a second count says so too', () => {
    fc.assert(
      fc.property(world, search, fc.constantFrom(...languages), businesses, (given, filters, language, known) => {
        const scene = sceneFrom(given, filters, language, known);
        const figures = figuresOf(scene);
        const by = (id: string) => {
          const found = figures.find((one) => one.id === id);
          if (found === undefined) {
            throw new Error(`there is no figure ${id}`);
          }
          return found;
        };
        const opening = openingOf(scene);
        const recount = counted(given, filters);
        picturesAgree(figures);

        // The first screen.
        const value = (id: string) => opening.keyFigures.find((one) => one.id === id);
        const { keyFigures } = scene.claims;
        const number = (id: string) => keyFigures.find((one) => one.id === id);
        for (const cube of ['opened', 'closed', 'unmet'] as const) {
          expect([cube, number(cube)?.after]).toEqual([cube, recount(cube, 'now')]);
          const before = number(cube)?.before ?? null;
          expect([cube, before]).toEqual([cube, before === null ? null : recount(cube, 'before')]);
        }
        // What imported history counts by another rule is not compared over its end, and says so.
        for (const id of ['opened', 'closed', 'unmet'] as const) {
          const isApart = id !== 'opened' && isAcrossHistory(given, filters);
          expect([id, number(id)?.before === null]).toEqual([id, !scene.spans.isComparable || isApart]);
          const why = scene.spans.isComparable && isApart;
          expect([id, value(id)?.change === sayIn(language)('key.twoRules')]).toEqual([id, why]);
          expect([id, value(id)?.certainty === '']).toEqual([id, number(id)?.before === null]);
        }
        expect(sum(cellsOf(by('unmet')))).toBe(recount('unmet', 'now'));
        expect(by('balance').reading).toContain(value('opened')?.value ?? '?');
        expect(by('balance').reading).toContain(value('closed')?.value ?? '?');
        if (recount('unmet', 'now') > 0) {
          expect(by('unmet').reading).toContain(value('unmet')?.value ?? '?');
        }
        const say = sayIn(language);
        for (const [id, figure] of [
          ['accepted', by('flow')],
          ['wait', by('wait-answer')],
        ] as const) {
          const told = value(id)?.value ?? '';
          if (
            told !== say('key.tooFew') &&
            !(id === 'accepted' && sum(cellsOf(by('flow'))) === 0) &&
            figure.reading.includes('<b>')
          ) {
            expect([id, figure.reading.includes(told)]).toEqual([id, true]);
          }
        }
        expect(sum(columnOf(by('map'), 0))).toBe(recount('places', 'now'));
        // Each municipality whose businesses are known has the cases of the map, divided by them.
        const mapped = new Map(by('map').table.lines.map(({ name, cells: [count] }) => [name, Number(count)]));
        const oneDecimal = new Intl.NumberFormat(region.locales[language], {
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        });
        const rates = by('map-rate').table.lines;
        expect(rates).toHaveLength(known.values.length);
        for (const { name, cells } of rates) {
          const [count, of] = [mapped.get(name) ?? Number.NaN, Number(cells[2])];
          expect([name, ...cells]).toEqual([name, oneDecimal.format((1_000 * count) / of), count, of]);
        }
        expect(sum(columnOf(by('declines'), 0))).toBe(
          recount('answered', 'now', ([, answer]) => answer !== 'accepted'),
        );

        // Difficulties: slopes, heat map, first chart and headlines.
        const named = Object.entries(difficulties).map(([code, { label }]) => ({ code, name: label[language] }));
        for (const { code, name } of named) {
          const after = recount('mentions', 'now', ([difficulty]) => difficulty === code);
          const line = by('slopes').table.lines.find((one) => one.name === name);
          expect([name, line?.cells[1] ?? 0]).toEqual([name, after]);
          const row = by('matrix').table.lines.find((one) => one.name === name);
          expect([name, sum(row?.cells ?? [])]).toEqual([name, after]);
        }
        const subject = scene.claims.subject;
        const drawn = by('trend').table.lines;
        const months = [...new Set(weeksBetween(given.first, given.last).map(monthOfWeek))].slice(-drawn.length);
        expect(drawn.map(({ cells: [count] }) => count)).toEqual(
          months.map((month) =>
            recount(
              'mentions',
              weeksBetween(given.first, given.last).filter((week) => monthOfWeek(week) === month),
              ([difficulty]) => difficulty === subject,
            ),
          ),
        );

        // One verdict: who is said to have changed, and nobody else.
        const changed = new Map(
          by('slopes').table.lines.map(({ name, cells: [, , verdict] }) => [name, verdict !== say('verdict.none')]),
        );
        const headlined = scene.claims.clear.slice(0, 3).map(({ label }) => label);
        expect(headlined.filter((label) => changed.get(label) !== true)).toEqual([]);
        expect(headlined.length).toBe(Math.min(3, [...changed.values()].filter(Boolean).length));
        headlined.forEach((label, place) => {
          const line = by('slopes').table.lines.find(({ name }) => name === label);
          const numbers = [...plain(opening.changes[place] ?? '').matchAll(/≈\u00a0([\d\s.,\u202f\u00a0]*\d)/g)].map(
            ([, text = '']) => Number(text.replaceAll(/\D/g, '')),
          );
          expect(numbers).toEqual([line?.cells[1], line?.cells[0]]);
        });
        const unchanged =
          /pas de changement net|n’a pas changé nettement|geen duidelijke verandering|niet duidelijk veranderd|no clear change|has not clearly changed/;
        const label = named.find(({ code }) => code === subject)?.name ?? '';
        const hasVerdict = by('trend').table.lines.some(({ cells: [, range] }) => range !== '–');
        if (hasVerdict) {
          expect([label, unchanged.test(by('trend').reading)]).toEqual([label, changed.get(label) !== true]);
        }

        const signs = markupOf(by('trend').draw({ ...desk, reading: '' })).match(/h-13Z/g) ?? [];
        expect([label, signs.length > 0 && changed.get(label) !== true]).toEqual([label, false]);

        // What is not over says so, wherever months stand.
        const { runningMonth } = scene.spans;
        for (const figure of [by('trend'), by('balance')].filter(({ isEmpty }) => !isEmpty)) {
          const markup = unescaped(markupOf(figure.draw({ ...desk, reading: '' })));
          const isLast = figure.table.lines.at(-1)?.name.endsWith(`(${say('trend.running')})`);
          expect([figure.id, isLast]).toEqual([figure.id, runningMonth !== null]);
          expect([
            figure.id,
            markup.includes(say('trend.runningWords').split('{{day}}')[0]?.split('{{month}}')[1] ?? '?'),
          ]).toEqual([figure.id, runningMonth !== null]);
        }

        // Files.
        for (const figure of figures) {
          const file = fileOf(figure, scene);
          const [, ...lines] = csvOfFile(file, language).trimEnd().split('\r\n');
          expect(lines).toHaveLength(figure.table.lines.length);
          const numbers = (cells: readonly (string | number)[]) => cells.filter((cell) => typeof cell === 'number');
          lines.forEach((line, place) => {
            const told = figure.table.lines[place];
            expect(line).toContain(csvLine([...numbers(told?.cells ?? [])], csvMannerOf(language)));
            expect(line.replaceAll('"', '')).toContain(told?.name ?? '?');
            expect(line.endsWith(csvLine([5, 7, 'h'], csvMannerOf(language)))).toBe(true);
            expect(line).toContain(csvLine([figure.title], csvMannerOf(language)));
          });
        }
      }),
      runs(25),
    );
  });

  it('a pack says what the screen says', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.constantFrom(...languages),
        fc.integer({ min: 0, max: 15 }),
        async (given, language, by) => {
          const since = shiftWeek('2026-W47', -by);
          const page = await packOf(given, { since: mondayOf(since), until: '2026-11-29', language });
          const scene = sceneFrom(given, { since }, language);
          const opening: Opening = openingOf(scene);
          const text = (pattern: RegExp) =>
            [...page.matchAll(pattern)].map(([, inner = '']) => unescaped(inner.replaceAll(/<[^>]*>/g, '')));
          expect(text(/<td>(.*?)<\/td>/g)).toEqual(figuresOf(scene).flatMap(cellsOf).map(String));
          expect(text(/<p class="headline">(.*?)<\/p>/g)).toEqual(opening.changes.map(plain));
          expect(text(/<p class="reading">(.*?)<\/p>/g)).toEqual(figuresOf(scene).map(({ reading }) => plain(reading)));
          expect(text(/<span class="value">(.*?)<\/span>/g)).toEqual(
            opening.keyFigures.map(({ value }) => plain(value)),
          );
          expect(text(/<p class="spans">(.*?)<\/p>/g)).toEqual([opening.scope.join(' ')]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('a pack of a day in a week that was over when it was made is that of the Sunday before', async () => {
    const given = worldFrom(7, { weeks: 70, busy: 9, isOpen: false, history: null });
    const page = (until: string) => packOf(given, { since: '2026-09-14', until, language: 'en' });
    const wednesday = await page('2026-11-18');
    expect(wednesday).toContain('plenary of 18 November 2026');
    expect(wednesday.replaceAll('18 November 2026', '15 November 2026')).toBe(await page('2026-11-15'));
    expect(wednesday).not.toMatch(/The week of [^<]* is not over/);
  });
});
