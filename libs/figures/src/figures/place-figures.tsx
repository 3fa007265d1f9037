import { HeatMatrix, TileMap } from '#charts';
import { areas, codesOf, difficultyGroups, elsewhere, region } from '#contracts/kernel/codes';
import { ratesOf, standingOut } from '#domain/monitoring';
import { sumsBy } from '../model/counts.js';
import { countsOf, crossed } from '../model/crossed.js';
import { narrowed } from '../model/filters.js';
import { mapReading, unmetReading } from '../readings/where.js';
import { ratesReading } from '../readings/rates.js';
import { periodWords, rateWords } from '../readings/words.js';
import type { Figure, Scene } from './figure.js';

const short = (name: string) => name.replace('Sainte-', 'Ste-').replace('Saint-', 'St-').replace('Sint-', 'St-');

/** The municipalities with their place on the map and their cases. */
function placesOf({ labels, answers }: Scene) {
  const sums = sumsBy(answers.places);
  const countOf = (code: string) => Math.max(0, sums.get(code) ?? 0);
  const places = Object.entries(region.municipalities).map(([key, place]) => ({
    key,
    label: labels.municipality(key),
    column: place.tile[0],
    row: place.tile[1],
    count: countOf(key),
  }));
  return { places, countOf };
}

function map(scene: Scene): Figure {
  const { t, labels, telling, questions, filters, claims } = scene;
  const { places, countOf } = placesOf(scene);
  const others = codesOf(elsewhere).map((key) => ({ label: labels.of(elsewhere, key), count: countOf(key) }));
  return {
    id: 'map',
    group: 'place',
    isEmpty: false,
    title: t('map.title'),
    reading: mapReading(
      { all: places, leading: standingOut(places, 3, claims.noise(filters.group === undefined ? 1 : 2)) },
      telling,
    ),
    draw: (size) => (
      <TileMap
        {...size}
        tiles={places.map((place) => ({ ...place, label: short(place.label) }))}
        beside={others
          .filter((one) => one.count > 0)
          .map((one) => t('map.beside', { name: one.label, count: one.count }))}
      />
    ),
    table: {
      columns: [t('table.municipality'), t('table.cases')],
      lines: [...places.toSorted((a, b) => b.count - a.count), ...others].map((one) => ({
        name: one.label,
        cells: [one.count],
      })),
    },
    note: t('map.note'),
    ignored: narrowed(['places'], filters).ignored,
    question: questions.places,
  };
}

/** Cases per 1,000 businesses; none while no outside series counts the businesses. */
function rates(scene: Scene): Figure | undefined {
  const { t, telling, businesses, questions, filters, claims } = scene;
  if (businesses?.series == null || businesses.period === null) {
    return undefined;
  }
  const { series, period } = businesses;
  const sizes = new Map(businesses.values.map(({ municipality, value }) => [municipality, value]));
  const known = placesOf(scene).places.flatMap((place) => {
    const size = sizes.get(place.key);
    return size === undefined ? [] : [{ ...place, businesses: size }];
  });
  const rated = ratesOf(known, claims.noise(filters.group === undefined ? 1 : 2));
  const sayRate = (rate: number) => rateWords(rate, telling.language);
  return {
    id: 'map-rate',
    group: 'place',
    isEmpty: known.every(({ count }) => count === 0),
    title: t('rates.title'),
    reading: ratesReading(rated, telling),
    draw: (size) => (
      <TileMap
        {...size}
        tiles={rated.places.map((place) => ({ ...place, label: short(place.label), count: place.rate }))}
        say={sayRate}
      />
    ),
    table: {
      columns: [t('table.municipality'), t('rates.column'), t('table.cases'), t('rates.businesses')],
      lines: rated.places
        .toSorted((a, b) => b.rate - a.rate)
        .map((one) => ({ name: one.label, cells: [sayRate(one.rate), one.count, one.businesses] })),
    },
    note: t('rates.note', {
      title: series.title[telling.language],
      source: series.source,
      period: periodWords(period, telling.language),
    }),
    ignored: narrowed(['places'], filters).ignored,
    question: questions.places,
  };
}

function unmet({ t, labels, telling, answers, questions, filters, spans, claims }: Scene): Figure {
  const columns = Object.entries(areas).map(([key, { label }]) => ({ key, label: labels.text(label) }));
  const lines = codesOf(difficultyGroups).map((key) => ({ key, label: labels.of(difficultyGroups, key) }));
  const rows = crossed(answers.unmet, lines, columns);
  const all = rows.flatMap(({ label, cells }) =>
    cells.map(({ column, count }) => ({ label, area: column.label, count })),
  );
  return {
    id: 'unmet',
    group: 'place',
    isEmpty: rows.every((row) => row.cells.every(({ count }) => count === 0)),
    title: t('unmet.title'),
    reading: unmetReading({ all, leading: standingOut(all, 1, claims.noise(2)) }, telling),
    draw: (size) => <HeatMatrix {...size} rows={rows} columns={columns} counts={rows.map(countsOf)} />,
    table: {
      columns: [t('table.group'), ...columns.map((column) => column.label)],
      lines: rows.map((row) => ({ name: row.label, cells: countsOf(row) })),
    },
    note: spans.hasHistory ? `${t('unmet.note')} ${t('unmet.beforeRelais')}` : t('unmet.note'),
    ignored: narrowed(['unmet'], filters).ignored,
    question: questions.unmet,
  };
}

/** Where cases come from, and where help is missing. */
export function placeFigures(scene: Scene) {
  return { map: map(scene), rates: rates(scene), unmet: unmet(scene) };
}
