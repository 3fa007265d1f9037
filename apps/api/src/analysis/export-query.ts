import { nameOf, valueAt, whereOf } from '#archive';
import { parsePath, type ExportRequest, type Parameters } from '#contracts/analysis';
import { eventColumnNames } from '#contracts/analysis/codes';
import { textOfFilter } from './filter-text.js';
import { textOfRun } from './run.service.js';

/** What an export asks of the archive. */
export type ExportQuery = {
  readonly sql: string;
  readonly parameters: Parameters;
  /** Whether rows are counted before; a query of a person would run twice. */
  readonly count: boolean;
  /** For the audit, and the beginning of the file's name. */
  readonly subject: string;
  readonly title: string;
};

/** The query behind an export; events in the order of streams and months. */
export function exportQueryOf(request: ExportRequest): ExportQuery {
  if (request.of === 'query') {
    const { sql, parameters } = request.run;
    return {
      sql,
      parameters,
      count: false,
      subject: `${request.format}: ${textOfRun(request.run)}`,
      title: 'query',
    };
  }
  const { filter, columns = eventColumnNames, format } = request;
  const { sql: where, parameters } = whereOf(filter);
  const chosen = [...new Set(columns)];
  const search = new URLSearchParams(textOfFilter(filter));
  if (request.columns !== undefined) {
    search.append('columns', chosen.join(','));
  }
  return {
    sql: `SELECT ${chosen.map(selected).join(', ')} FROM events WHERE ${where}`,
    parameters,
    count: true,
    subject: `${format}: events ${decodeURIComponent(search.toString().replaceAll('+', ' '))}`.trim(),
    title: 'events',
  };
}

function selected(column: string): string {
  const steps = parsePath(column);
  return steps === undefined ? nameOf(column) : `${valueAt(steps)} AS ${nameOf(column)}`;
}
