import { describe, expect, it } from '@jest/globals';
import { sectorGroups, type SectorGroup } from '#contracts/case/codes';
import { languages } from '#contracts/kernel/codes';
import { timeBands } from '#contracts/monitoring/codes';
import { changeReading, headlines, slopesReading, type Comparison, type ToldChange } from './change.js';
import { ratesReading } from './rates.js';
import { flowOfCasesReading, seriesReading } from './series.js';
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
const comparison: Comparison = { since: '2026-06-19', against: 'before' };
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

describe('cases per 1,000 businesses in words', () => {
  const place = (label: string, rate: number, isMore: boolean) => ({
    label,
    rate,
    isMore,
    count: 10,
    businesses: 5_000,
  });
  const places = [place('Evere', 2, false), place('Ixelles', 3.14159, true), place('Jette', 6.25, true)];

  it('name where there are more than chance explains, the most first, and the whole region', () => {
    const told = ratesReading({ all: 2.04, places }, published('fr'));
    expect(spaced(told)).toBe(
      'Compte tenu du nombre d’entreprises, plus de dossiers qu’ailleurs : Jette (6,3) et Ixelles (3,1). Toute la région : 2,0 pour 1 000 entreprises.',
    );
  });

  it('name nobody when chance explains it', () => {
    const level = places.map((one) => ({ ...one, isMore: false }));
    for (const language of languages) {
      expect(ratesReading({ all: 2.04, places: level }, published(language))).not.toMatch(/Evere|Ixelles|Jette/);
    }
  });
});

describe('a change in words', () => {
  const mostly: SectorGroup[] = ['horeca', 'construction'];

  it('is told with where it came from, in each language', () => {
    const tell = (label: string, language: Telling['language']) =>
      spaced(changeReading(change({ label }), comparison, published(language), mostly));
    expect([tell('TVA', 'fr'), tell('Sociale bijdragen', 'nl'), tell('Social contributions', 'en')]).toEqual([
      'Les dossiers « TVA » sont en hausse, surtout dans l’horeca et dans la construction : ≈ 165 depuis le 19 juin 2026, contre ≈ 125 pour autant de semaines avant. Le hasard seul ne l’explique pas.',
      'Dossiers over sociale bijdragen zijn gestegen, vooral in de horeca en in de bouw: ≈ 165 sinds 19 juni 2026, tegenover ≈ 125 in evenveel weken ervoor. Dat is meer dan toeval verklaart.',
      'Cases about social contributions have risen, mostly in hospitality and in construction: ≈ 165 since 19 June 2026, against ≈ 125 in as many weeks before. That is more than chance explains.',
    ]);
  });

  it('is not claimed when chance explains it', () => {
    for (const language of languages) {
      const told = changeReading(change({ verdict: 'none' }), comparison, published(language), []);
      expect(told).toMatch(/Pas de changement net|Geen duidelijke verandering|No clear change/);
      expect(told).not.toMatch(/hausse|gestegen|risen|hasard|toeval|chance/);
    }
  });

  it('says what it is compared with, and that a figure is rounded only when it is', () => {
    const told = changeReading(change(), { ...comparison, against: 'year' }, { language: 'nl', rounded: false });
    expect(plain(told)).toContain('165 sinds 19 juni 2026, tegenover 125 in dezelfde weken een jaar eerder.');
  });

  it('leads with at most three clear changes, else says that nothing is clear', () => {
    const all = [
      change({ chance: 0.001 }),
      change({ label: 'Energie', verdict: 'fall', before: 70, after: 50, chance: 0.0001 }),
      change({ label: 'Btw', chance: 0.002 }),
      change({ label: 'Huur', chance: 0.003 }),
    ];
    const tell = (part: Partial<Parameters<typeof headlines>[0]>, language: Telling['language'] = 'nl') =>
      headlines(
        { changes: all, clear: [], most: undefined, isComparable: true, ...part },
        comparison,
        published(language),
        () => ['trade'],
      );
    const told = tell({ clear: all });
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/sociale bijdragen.*vooral in <b>de handel/);
    expect(told[1]).toMatch(/energie.*gedaald: .*toeval/);
    expect(told[1]).not.toContain('vooral');
    expect(tell({ most: change() }).map(spaced)).toEqual([
      'Geen enkele moeilijkheid veranderde sinds 19 juni 2026 meer dan toeval verklaart. De meest voorkomende: sociale bijdragen, ≈ 165 dossiers.',
    ]);
    // None stands out: none is named.
    expect(tell({})[0]).not.toContain('meest voorkomende');
    expect(tell({ changes: [] }, 'fr').map(spaced)).toEqual([
      'Trop peu de dossiers depuis le 19 juin 2026 pour dire ce qui change.',
    ]);
    // Nothing is said to have stayed as it was before there is anything to compare with.
    expect(tell({ isComparable: false }, 'fr').map(spaced)).toEqual([
      'Les chiffres ne remontent pas encore assez loin pour dire ce qui change.',
    ]);
    // What was met before and is met no more is no difficulty of now.
    const gone = [change({ before: 5, after: 0, verdict: 'none' })];
    expect(tell({ changes: gone }, 'en').map(spaced)).toEqual([
      'Too few cases since 19 June 2026 to say what is changing.',
    ]);
    expect(plain(slopesReading(all, published('nl')))).toBe(
      'Duidelijk gestegen: sociale bijdragen, btw en huur. Duidelijk gedaald: energie.',
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
    place: 'rise',
    since: '2026-08',
  } as const;

  it('says since when it is unusual where the period is, that it is as usual, or that it is too young', () => {
    expect(
      [
        seriesReading(told, published('fr')),
        seriesReading({ ...told, since: null, verdict: 'none', place: 'none', count: 100 }, published('nl')),
        seriesReading({ ...told, limits: null, since: null }, published('en')),
      ].map(spaced),
    ).toEqual([
      'Cotisations sociales : ≈ 165 dossiers en octobre 2026, le dernier mois complet ; depuis août 2026, les mois sont au-dessus de l’ordinaire (80 à 122) ; la période entière est en hausse, plus que le hasard ne l’explique.',
      'Cotisations sociales: ≈ 100 dossiers in oktober 2026, de laatste volledige maand, zoals gewoonlijk (80 tot 122); geen duidelijke verandering in de periode.',
      'Cotisations sociales: ≈ 165 cases in October 2026, the last complete month. More complete months are needed to know what a month usually counts.',
    ]);
  });

  it.each(languages)('says since when only where the months on that side reach to the last one, in %s', (language) => {
    for (const verdict of ['rise', 'fall'] as const) {
      const text = seriesReading({ ...told, verdict, place: verdict, since: null }, published(language));
      expect(text).not.toMatch(/depuis|sinds|since/);
    }
  });

  it.each(languages)('never contradicts the verdict of the period, in %s', (language) => {
    const usual = /comme d’ordinaire|zoals gewoonlijk|as usual/;
    const unchanged =
      /pas de changement net|pas changé nettement|geen duidelijke verandering|niet duidelijk veranderd|no clear change|not clearly changed/;
    for (const verdict of ['rise', 'fall', 'none'] as const) {
      for (const place of ['rise', 'fall', 'none'] as const) {
        const since = place === verdict && verdict !== 'none' ? '2026-08' : null;
        const text = seriesReading({ ...told, verdict, place, since }, published(language));
        expect([verdict, place, unchanged.test(text)]).toEqual([verdict, place, verdict === 'none']);
        expect([verdict, place, usual.test(text)]).toEqual([verdict, place, verdict === 'none' && place === 'none']);
      }
    }
  });

  it('of cases says what came and went, and claims no stock', () => {
    const { since } = comparison;
    expect(spaced(flowOfCasesReading({ opened: 420, closed: 380, since }, published('fr')))).toBe(
      '≈ 420 dossiers ouverts et ≈ 380 clôturés depuis le 19 juin 2026.',
    );
  });
});

describe('where and how long in words', () => {
  it('names the most, where one stands out', () => {
    const counts = [
      { label: 'Jette', count: 10 },
      { label: 'Brussel', count: 45 },
      { label: 'Evere', count: 0 },
    ];
    const cells = [
      { label: 'the person', area: 'west', count: 10 },
      { label: 'x', area: 'y', count: 5 },
    ];
    const reasons = [
      { label: 'complet', count: 25 },
      { label: 'x', count: 5 },
    ];
    const matrix = [{ label: 'TVA', sector: 'horeca', count: 30 }] as const;
    const to = [{ label: 'boekhouder', count: 85 }];
    const told = (howMany: number) => [
      mapReading({ all: counts, leading: counts.slice(1, 1 + howMany) }, published('nl')),
      matrixReading({ all: matrix, leading: matrix.slice(0, howMany) }, published('fr')),
      unmetReading({ all: cells, leading: cells.slice(0, howMany) }, published('en')),
      declinesReading({ all: reasons, leading: reasons.slice(0, howMany) }, published('fr')),
      flowReading({ to: { all: to, leading: to.slice(0, howMany) }, accepted: 60, answers: 80 }, published('nl')),
    ];
    expect(told(1).map(spaced)).toEqual([
      'De meeste dossiers: Brussel (≈ 45).',
      'Le plus souvent : TVA dans l’horeca (≈ 30).',
      '≈ 15 times no service was available; most often: the person, area “west” (≈ 10).',
      '≈ 30 demandes déclinées ou sans réponse ; le motif le plus fréquent : complet (≈ 25).',
      '≈ 85 hulpvragen, het vaakst aan een dienst van dit beroep: boekhouder (≈ 85). 75 % van de vragen die een antwoord kregen of zonder antwoord bleven, is aanvaard.',
    ]);
    expect(told(0).map(spaced)).toEqual([
      'Geen enkele gemeente steekt meer boven de andere uit dan toeval en afronding verklaren.',
      'Aucune case ne se détache des autres plus que le hasard et l’arrondi ne l’expliquent.',
      '≈ 15 times no service was available, with no group or area that stands out by more than chance explains.',
      '≈ 30 demandes déclinées ou sans réponse.',
      '≈ 85 hulpvragen. 75 % van de vragen die een antwoord kregen of zonder antwoord bleven, is aanvaard.',
    ]);
  });

  it('says working time as people do, and nothing of fewer than ten', () => {
    expect(plain(waitReading('answer', bands(10, 30, 30, 30), published('fr')))).toBe(
      'La moitié des réponses arrivent en 5 heures ouvrables, neuf sur dix en 1,5 jour ouvrable.',
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
    expect(
      flowReading({ to: { all: [{ label: 'x', count: 5 }], leading: [] }, accepted: 3, answers: 5 }, published('en')),
    ).not.toContain('%');
  });

  it.each(languages)('has something to say about nothing, in %s', (language) => {
    const none = { all: [], leading: [] };
    const told = [
      mapReading(none, published(language)),
      matrixReading(none, published(language)),
      unmetReading(none, published(language)),
      unmetReading(none, { language, rounded: false }),
      declinesReading(none, published(language)),
      flowReading({ to: none, accepted: 0, answers: 0 }, published(language)),
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
    expect(sinceWords('2026-07-01', 'fr')).toBe('depuis le 1er juillet 2026');
    expect(sinceWords('2026-07-01', 'en')).toBe('since 1 July 2026');
  });
});
