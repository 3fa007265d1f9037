import {
  caseColumns,
  eventColumns,
  keptColumns,
  referralColumns,
  selectedColumns,
  type RowColumn,
} from '#contracts/analysis/codes';
import { cubes, exactCubes } from '#contracts/monitoring/codes';
import { typedColumns } from '../../kernel/column-types.js';
import { notErased } from '../archive-subject.repository.js';
import { quoted, statementsOf, type View } from './view.js';

const events: View = {
  name: 'events',
  meaning: 'Every event of every stream, coded, without persons and notes; the newest has the highest position.',
  columns: Object.entries(eventColumns).map(([name, { meaning }]) => [name, `event.${name}`, meaning.en]),
  from: 'FROM archive.event',
};

/** A view of rows that the core derived, which a function reads. */
function rowView({ name, meaning, from }: Omit<View, 'columns'>, columns: Readonly<Record<string, RowColumn>>): View {
  return {
    name,
    meaning,
    columns: selectedColumns(columns).map(([column, kept]) => [
      column,
      `one.${kept}`,
      columns[column]?.meaning.en ?? '',
    ]),
    from: `FROM analytics.${from}() one`,
  };
}

const cases = rowView(
  {
    name: 'cases',
    meaning:
      'One row per case, imported ones included, with its facts as they are known now; none once consent was withdrawn or the case was kept for its time.',
    from: 'case_rows',
  },
  caseColumns,
);

const referrals = rowView(
  {
    name: 'referrals',
    meaning:
      'One row per request of help, with what became of it and the facts of the case when it was sent; those of imported cases have no service.',
    from: 'referral_rows',
  },
  referralColumns,
);

const measures: View = {
  name: 'measures',
  meaning:
    'Exact weekly counts: one row per cube, week and combination of codes, the figures of the dashboard before rounding.',
  columns: [
    ['cube', 'cell.cube', 'what is counted, such as sent, answered or opened'],
    ['week', 'cell.week', 'ISO week in the civil time of the region, such as 2026-W09'],
    ['codes', 'cell.codes', 'the combination: an object with the code of each dimension of the cube'],
    ['imported', 'cell.imported', 'true for what happened before Relais'],
    ['count', 'cell.count', 'how many'],
  ],
  from: 'FROM analytics.measure_cells() cell',
};

function dimensionRows(): string {
  return Object.entries({ ...cubes, ...exactCubes })
    .map(([cube, { dimensions }]) => `(${quoted(cube)}, ARRAY[${dimensions.map(quoted).join(', ')}])`)
    .join(', ');
}

/**
 * The functions that views read. A rebuild puts another schema in the place of `projection`: a view on its tables would follow them into the
 * bin, while the text of a function is read when it is called.
 */
export const viewFunctions = ['measure_cells', 'case_rows', 'referral_rows'] as const;

function rowFunction(name: string, table: string, columns: Readonly<Record<string, RowColumn>>): string {
  const kept = keptColumns(columns);
  return `
    CREATE FUNCTION analytics.${name}()
      RETURNS TABLE (${typedColumns(kept).join(', ')})
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $body$
        SELECT ${kept.map(([column]) => `one.${column}`).join(', ')} FROM projection.${table} one WHERE ${notErased('one')}
      $body$;
    COMMENT ON FUNCTION analytics.${name}() IS 'The rows of analytics.${name === 'case_rows' ? 'cases' : 'referrals'}.';
  `;
}

/** The statements that make the views of cases and referrals, in the place of those of before if there are any. */
export function rowViews(): string {
  return `
    ${rowFunction('case_rows', 'case_row', caseColumns)}
    ${rowFunction('referral_rows', 'referral_row', referralColumns)}
    ${[cases, referrals].map(statementsOf).join('')}
  `;
}

/** The statements that make schema `analytics`, what outside tools read. */
export function analyticsViews(): string {
  return `
    CREATE SCHEMA analytics;
    COMMENT ON SCHEMA analytics IS 'What outside tools may read of Relais: coded, without persons and notes.';

    CREATE FUNCTION analytics.measure_cells()
      RETURNS TABLE (cube text, week text, codes jsonb, imported boolean, count integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $body$
        SELECT cell.cube, cell.week,
               to_jsonb(jsonb_object(shape.dimensions, (ARRAY[a, b, c, d])[1:cardinality(shape.dimensions)])),
               cell.imported, cell.count
          FROM projection.measure_week cell
          JOIN (VALUES ${dimensionRows()}) AS shape (cube, dimensions) ON shape.cube = cell.cube
      $body$;
    COMMENT ON FUNCTION analytics.measure_cells() IS 'The rows of analytics.measures.';
    ${[events, measures].map(statementsOf).join('')}
    ${rowViews()}
  `;
}
