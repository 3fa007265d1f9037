import { csvLine, csvMannerOf, plainCsv, type Language } from '#contracts/kernel/codes';
import type { SeriesView } from '#contracts/outside';
import { workbookOf, type WorkbookColumn } from '#tables';

type Line = readonly (string | number | null)[];

const columns: readonly WorkbookColumn[] = [
  { name: 'period', holds: 'text' },
  { name: 'municipality', holds: 'text' },
  { name: 'value', holds: 'number' },
  { name: 'flags', holds: 'text' },
  { name: 'series', holds: 'text' },
  { name: 'title', holds: 'text' },
  { name: 'unit', holds: 'text' },
  { name: 'source', holds: 'text' },
  { name: 'licence', holds: 'text' },
  { name: 'published_on', holds: 'day' },
];

/**
 * One line per period, oldest first, also where something is said of a value that is not there; each repeats what the series is. Flags are codes,
 * separated by spaces; the whole region has no municipality.
 */
function linesOf({ series, municipality, values, withoutSum, flags }: SeriesView, language: Language): Line[] {
  const valueOf = new Map(values.map(({ period, value }) => [period, value]));
  const flagsOf = new Map(flags.map((one) => [one.period, one.flags.join(' ')]));
  const periods = [...new Set([...valueOf.keys(), ...withoutSum, ...flagsOf.keys()])].sort();
  const { seriesId, title, unit, source, licence, publishedOn } = series;
  const about = [seriesId, title[language], unit[language], source, licence, publishedOn];
  return periods.map((period) => [
    period,
    municipality,
    valueOf.get(period) ?? null,
    flagsOf.get(period) ?? '',
    ...about,
  ]);
}

/** A series in one place as CSV: for the spreadsheets of a language, or for programs. */
export function csvOfSeries(view: SeriesView, language: Language | undefined): string {
  const manner = language === undefined ? plainCsv : csvMannerOf(language);
  const lines = [columns.map(({ name }) => name), ...linesOf(view, language ?? 'en')];
  return manner.mark + lines.map((line) => `${csvLine(line, manner)}\r\n`).join('');
}

/** The same as a workbook. */
export function workbookOfSeries(view: SeriesView, language: Language | undefined): ReadableStream<Uint8Array> {
  return workbookOf(columns, linesOf(view, language ?? 'en'));
}
