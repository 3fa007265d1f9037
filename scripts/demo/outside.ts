import { region } from '#contracts/kernel/codes';
import type { SeriesPoint, SeriesRequest } from '#contracts/outside';
import { Database } from '#persistence/kernel';
import { OutsideRepository, writePoints } from '#persistence/outside';
import type { DataSource } from 'typeorm';
import { text } from './demonstration.js';
import { municipalityShares } from './facts.distribution.js';
import { randomFrom } from './random.js';

type DemoSeries = {
  readonly about: Omit<SeriesRequest, 'publishedOn'>;
  /** A usual value of a municipality in a month, and by which part it grows in a year. */
  readonly usual: number;
  readonly growth: number;
  readonly seed: number;
};

const months = 36;
const recipe = { where: [], answers: [] };
const invented = {
  source: 'Relais, données inventées / verzonnen gegevens / invented data',
  sourceUrl: null,
  licence: 'CC0',
  adds: true,
  counts: null,
} as const;

/** Invented public series by month and municipality; every title says so. */
const series: readonly DemoSeries[] = [
  {
    about: {
      ...invented,
      seriesId: 'demo-bankruptcies',
      title: text(
        'Faillites (données inventées)',
        'Faillissementen (verzonnen gegevens)',
        'Bankruptcies (invented data)',
      ),
      unit: text('faillites', 'faillissementen', 'bankruptcies'),
    },
    usual: 9,
    growth: 0.14,
    seed: 41,
  },
  {
    about: {
      ...invented,
      seriesId: 'demo-new-businesses',
      title: text(
        'Nouvelles entreprises (données inventées)',
        'Nieuwe ondernemingen (verzonnen gegevens)',
        'New businesses (invented data)',
      ),
      unit: text('entreprises', 'ondernemingen', 'businesses'),
    },
    usual: 60,
    growth: -0.04,
    seed: 42,
  },
];

/** The months before the one of `at`, oldest first: `2026-10` is the newest in November 2026. */
function monthsBefore(at: Date): string[] {
  return Array.from({ length: months }, (_, index) => {
    const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + index, 1));
    return month.toISOString().slice(0, 7);
  });
}

function pointsOf({ usual, growth, seed }: DemoSeries, at: Date): SeriesPoint[] {
  const random = randomFrom(seed);
  const sizes = Object.keys(region.municipalities).map((municipality) => ({
    municipality,
    size: 0.3 + 1.4 * random(),
  }));
  return monthsBefore(at).flatMap((period, index) => {
    const isSummer = period.endsWith('-07') || period.endsWith('-08');
    const level = usual * (1 + (growth * index) / 12) * (isSummer ? 0.55 : 1);
    return sizes.map(({ municipality, size }) => ({
      period,
      municipality,
      value: Math.round(level * size * (0.75 + 0.5 * random())),
    }));
  });
}

const businesses: Omit<SeriesRequest, 'publishedOn'> = {
  ...invented,
  seriesId: 'demo-businesses',
  title: text(
    'Entreprises actives (données inventées)',
    'Actieve ondernemingen (verzonnen gegevens)',
    'Active businesses (invented data)',
  ),
  unit: text('entreprises', 'ondernemingen', 'businesses'),
  counts: 'businesses',
};

/** The businesses of each municipality in the two years before the one of `at`: about eighty for each thousand inhabitants, more or less. */
function businessesAt(at: Date): SeriesPoint[] {
  const random = randomFrom(43);
  return Object.keys(region.municipalities).flatMap((municipality) => {
    const inhabitants = municipalityShares[municipality as keyof typeof municipalityShares] ?? 0;
    const usual = inhabitants * (55 + 50 * random());
    return [2, 1].map((years) => ({
      period: String(at.getUTCFullYear() - years),
      municipality,
      value: Math.round(usual * (1 + 0.02 / years)),
    }));
  });
}

/** Writes the demonstration's public series to a migrated database; one that is there already stays as it is. */
export async function seedOutside(dataSource: DataSource, at: Date): Promise<void> {
  const repository = new OutsideRepository(new Database(dataSource));
  const publishedOn = at.toISOString().slice(0, 10);
  const all = [
    ...series.map((one) => ({ about: one.about, grain: 'month', points: pointsOf(one, at) }) as const),
    { about: businesses, grain: 'year', points: businessesAt(at) } as const,
  ];
  for (const { about, grain, points } of all) {
    if ((await repository.findSeries(about.seriesId)) === undefined) {
      const written = { about: { ...about, publishedOn }, grain, points: writePoints(points) };
      await repository.store({ ...written, importedBy: 'sofie-hub', demonstration: true, recipe });
    }
  }
}
