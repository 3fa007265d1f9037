import { describe, expect, it } from '@jest/globals';
import { sectorGroups, type SectorGroup } from '#contracts/case/codes';
import { languages } from '#contracts/kernel/codes';
import { timeBands } from '#contracts/monitoring/codes';
import { changeReading, headline, slopesReading, type Comparison, type ToldChange } from './change.js';
import { seriesReading, stockReading } from './series.js';
import {
  declinesReading,
  flowReading,
  followUpReading,
  mapReading,
  matrixReading,
  unmetReading,
  waitReading,
} from './where.js';
import { durationWords, inSector, plain, sinceWords, type Telling } from './words.js';

const published = (language: Telling['language']): Telling => ({ language, rounded: true });
const comparison: Comparison = { since: { kind: 'plenary', date: '2026-06-19' }, against: 'before' };
const change = (part: Partial<ToldChange & { chance: number }> = {}): ToldChange & { chance: number } => ({
  label: 'Sociale bijdragen',
  before: 125,
  after: 165,
  verdict: 'rise',
  chance: 0.001,
  ...part,
});
const spaced = (text: string) => plain(text).replace(/[\u00a0\u202f]/g, ' ');
const bands = (...counts: number[]) =>
  Object.values(timeBands).map(({ upTo }, place) => ({ upTo, count: counts[place] ?? 0 }));

describe('a change in words', () => {
  const mostly: SectorGroup[] = ['horeca', 'construction'];

  it('is told with where it came from, in each language', () => {
    const tell = (label: string, language: Telling['language']) =>
      spaced(changeReading(change({ label }), comparison, published(language), mostly));
    expect([tell('TVA', 'fr'), tell('Sociale bijdragen', 'nl'), tell('Social contributions', 'en')]).toEqual([
      'Les dossiers « TVA » sont passés de ≈ 125 à ≈ 165 depuis la plénière du 19 juin 2026, surtout dans l’horeca et dans la construction. C’est plus que le hasard n’explique.',
      'Dossiers over sociale bijdragen zijn sinds de plenaire van 19 juni 2026 gestegen van ≈ 125 naar ≈ 165, vooral in de horeca en in de bouw. Dat is meer dan toeval verklaart.',
      'Cases about social contributions have risen from ≈ 125 to ≈ 165 since the plenary of 19 June 2026, mostly in hospitality and in construction. That is more than chance explains.',
    ]);
  });

  it('is not claimed when chance explains it', () => {
    for (const language of languages) {
      const told = changeReading(change({ verdict: 'none' }), comparison, published(language), []);
      expect(told).toMatch(/Pas de changement net|Geen duidelijke verandering|No clear change/);
      expect(told).not.toMatch(/passés|gestegen|risen|hasard|toeval|chance/);
    }
  });

  it('says what it is compared with, and that a figure is rounded only when it is', () => {
    const told = changeReading(change(), { ...comparison, against: 'year' }, { language: 'nl', rounded: false });
    expect(plain(told)).toContain('van 125 naar 165, vergeleken met dezelfde weken een jaar eerder.');
  });

  it('leads with the clearest rise, then a fall, then says that nothing is clear', () => {
    const all = [
      change({ label: 'Energie', verdict: 'fall', before: 70, after: 50, chance: 0.0001 }),
      change({ label: 'Btw', chance: 0.002 }),
      change({ chance: 0.001 }),
    ];
    expect(headline(all, comparison, published('nl'), () => ['trade'])).toMatch(
      /sociale bijdragen.*vooral in <b>de handel/,
    );
    expect(headline(all.slice(0, 1), comparison, published('nl'), () => ['trade'])).toMatch(
      /energie.*gedaald van.*toeval/,
    );
    expect(spaced(headline([change({ verdict: 'none' })], comparison, published('nl')))).toBe(
      'Geen enkele moeilijkheid veranderde sinds de plenaire van 19 juni 2026 meer dan toeval verklaart. De meest voorkomende: sociale bijdragen, ≈ 165 dossiers.',
    );
    expect(spaced(headline([], comparison, published('fr')))).toBe(
      'Trop peu de dossiers depuis la plénière du 19 juin 2026 pour dire ce qui change.',
    );
    expect(plain(slopesReading(all, published('nl')))).toBe(
      'Duidelijk gestegen: btw en sociale bijdragen. Duidelijk gedaald: energie.',
    );
    expect(slopesReading([change({ verdict: 'none' })], published('en'))).toContain('No clear change');
  });
});

describe('a series in words', () => {
  const told = {
    label: 'Cotisations sociales',
    month: '2026-10',
    count: 165,
    limits: { mean: 100, low: 80, high: 122 },
    verdict: 'rise',
    since: '2026-08',
  } as const;

  it('says since when it is outside, that it is inside, or that it is too young', () => {
    expect(
      [
        seriesReading(told, published('fr')),
        seriesReading({ ...told, since: null, verdict: 'none', count: 100 }, published('nl')),
        seriesReading({ ...told, limits: null, since: null }, published('en')),
      ].map(spaced),
    ).toEqual([
      'Cotisations sociales en octobre 2026 : ≈ 165 dossiers, au-dessus de la fourchette attendue (80 à 122) depuis août 2026.',
      'Cotisations sociales in oktober 2026: ≈ 100 dossiers, binnen het verwachte bereik van 80 tot 122.',
      'Cotisations sociales in October 2026: ≈ 165 cases. More complete months are needed to know what to expect.',
    ]);
  });

  it('of cases in progress counts what came and went', () => {
    const { since } = comparison;
    const tell = (opened: number, closed: number) => spaced(stockReading({ opened, closed, since }, published('fr')));
    expect(tell(420, 380)).toBe(
      '≈ 420 dossiers ouverts et ≈ 380 clôturés depuis la plénière du 19 juin 2026 : ≈ 40 de plus en cours.',
    );
    expect(tell(380, 420)).toContain('≈ 40 de moins en cours');
    expect(tell(400, 400)).toContain('autant en cours qu’avant');
  });
});

describe('where and how long in words', () => {
  it('names the most', () => {
    const counts = [
      { label: 'Jette', count: 10 },
      { label: 'Brussel', count: 45 },
      { label: 'Evere', count: 0 },
    ];
    expect(spaced(mapReading(counts, published('nl')))).toBe('De meeste dossiers: Brussel (≈ 45) en Jette (≈ 10).');
    expect(spaced(matrixReading([{ label: 'TVA', sector: 'horeca', count: 30 }], published('fr')))).toBe(
      'Le plus souvent : TVA dans l’horeca (≈ 30).',
    );
    expect(
      spaced(
        unmetReading(
          [
            { label: 'the person', area: 'west', count: 10 },
            { label: 'x', area: 'y', count: 5 },
          ],
          published('en'),
        ),
      ),
    ).toBe('For ≈ 15 cases no service was available; most often: the person, area “west” (≈ 10).');
    expect(
      spaced(
        declinesReading(
          [
            { label: 'complet', count: 25 },
            { label: 'x', count: 5 },
          ],
          published('fr'),
        ),
      ),
    ).toBe('≈ 30 demandes déclinées ou sans réponse ; le motif le plus fréquent : complet (≈ 25).');
    expect(
      spaced(flowReading({ to: [{ label: 'boekhouder', count: 85 }], accepted: 60, answers: 80 }, published('nl'))),
    ).toBe(
      '≈ 85 hulpvragen, het vaakst aan een dienst van dit beroep: boekhouder (≈ 85). 75 % van de antwoorden is positief.',
    );
  });

  it('says working time as people do, and nothing of fewer than ten', () => {
    expect(plain(waitReading('answer', bands(10, 30, 30, 30), published('fr')))).toBe(
      'La moitié des demandes ont une réponse en 5 heures ouvrables, neuf sur dix en 1,5 jour ouvrable.',
    );
    expect(plain(waitReading('end', bands(0, 0, 0, 0, 0, 0, 0, 0, 0, 40), published('en')))).toContain(
      'within more than 60 working days',
    );
    expect(waitReading('contact', bands(9), published('nl'))).toContain('Minder dan 10');
    expect([1, 4, 8, 16, 12].map((hours) => durationWords(hours, 'nl'))).toEqual([
      '1 werkuur',
      '4 werkuren',
      '1 werkdag',
      '2 werkdagen',
      '1,5 werkdagen',
    ]);
  });

  it('gives no share of fewer than twenty', () => {
    expect(spaced(followUpReading({ active: 14, reached: 20 }, published('nl')))).toBe(
      'Van ≈ 20 bereikte ondernemingen is 70 % actief zonder nieuwe moeilijkheden.',
    );
    expect(followUpReading({ active: 14, reached: 15 }, published('nl'))).toContain('Minder dan 20');
    expect(flowReading({ to: [{ label: 'x', count: 5 }], accepted: 3, answers: 5 }, published('en'))).not.toContain(
      '%',
    );
  });

  it.each(languages)('has something to say about nothing, in %s', (language) => {
    const told = [
      mapReading([], published(language)),
      matrixReading([], published(language)),
      unmetReading([], published(language)),
      unmetReading([], { language, rounded: false }),
      declinesReading([], published(language)),
      flowReading({ to: [], accepted: 0, answers: 0 }, published(language)),
    ];
    expect(told.map((text) => /^\p{Lu}.*\.$/u.test(text) && !/[≈{}]/.test(text))).toEqual(told.map(() => true));
  });

  it('knows every sector and the first of a month', () => {
    for (const language of languages) {
      expect(
        Object.keys(sectorGroups)
          .map((sector) => inSector(sector as SectorGroup, language))
          .join(),
      ).not.toContain('undefined');
    }
    expect(sinceWords({ kind: 'day', date: '2026-07-01' }, 'fr')).toBe('depuis le 1er juillet 2026');
    expect(sinceWords({ kind: 'day', date: '2026-07-01' }, 'en')).toBe('since 1 July 2026');
  });
});
