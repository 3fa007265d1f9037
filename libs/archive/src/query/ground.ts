import { caseColumns, referralColumns, selectedColumns, type RowColumn } from '#contracts/analysis/codes';
import { region } from '#contracts/kernel/codes';
import { isHoliday } from '#domain/calendar';
import { columnTypes, rowTypes, type RowTable } from '../columns.js';
import { labelledLists } from '../measure-columns.js';
import { textOf } from './sql.js';
import { tables } from './tables.js';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1) / dayMs;
const lastDay = Date.UTC(2060, 0, 1) / dayMs;

/** The statements that make what does not depend on the archive: labels, the working calendar, and the function that counts with it. */
export function groundStatements(): string[] {
  const { opens, closes } = region.calendar;
  const zone = textOf(region.timeZone);
  // A name in a macro's arguments means what it means where the macro is called. So they stand beside the calendar and never in its scope, and
  // the calendar is the table of ours whatever else a query calls so.
  const minutesUntil = (moment: string) => `(
    SELECT days.minutes_before + CASE WHEN days.working THEN
             greatest(0, least(${closes}, date_diff('second', days.day::TIMESTAMP, asked.moment) / 60.0) - ${opens})
           ELSE 0 END
      FROM (SELECT timezone(${zone}, ${moment}) AS moment) AS asked
      JOIN main.working_days AS days ON days.day = asked.moment::DATE)`;
  return [
    `CREATE TABLE labels AS SELECT * FROM (VALUES ${labelRows().join(', ')}) AS one (${namesOf('labels')})`,
    `CREATE TABLE working_days AS
       SELECT day::DATE AS day, working,
              ((sum(working::INTEGER) OVER (ORDER BY day) - working::INTEGER) * ${closes - opens})::INTEGER AS minutes_before
         FROM (SELECT day, isodow(day) IN (${region.calendar.weekdays.join(', ')}) AND day::DATE NOT IN (${holidays().join(', ')})
                        AS working
                 FROM range(TIMESTAMP '2000-01-01', TIMESTAMP '2060-01-01', INTERVAL 1 DAY) AS days (day))`,
    `CREATE MACRO working_hours(since, until) AS (${minutesUntil('until')} - ${minutesUntil('since')}) / 60.0`,
  ];
}

function labelRows(): string[] {
  return Object.entries(labelledLists).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, { label }]) => {
      const row = [list, code, label.fr, label.nl, label.en];
      return `(${row.map(textOf).join(', ')})`;
    }),
  );
}

/** Days that the week would have worked and the calendar does not. */
function holidays(): string[] {
  const days: string[] = [];
  for (let day = firstDay; day < lastDay; day += 1) {
    if (isHoliday(day, region.calendar)) {
      days.push(`DATE '${new Date(day * dayMs).toISOString().slice(0, 10)}'`);
    }
  }
  return days;
}

/** Which files hold what; absolute paths. */
export type Files = Readonly<Record<'events' | RowTable | 'measures', readonly string[]>>;

/** The views over the files; without files they are empty and have the same columns. */
export function viewStatements({ events, cases, referrals, measures }: Files): string[] {
  return [
    `CREATE VIEW events AS ${over(events, [...columnTypes])}`,
    `CREATE VIEW measures AS ${over(measures, typesOf('measures'))}`,
    `CREATE VIEW cases AS ${rows(cases, 'cases', caseColumns)}`,
    `CREATE VIEW referrals AS ${rows(referrals, 'referrals', referralColumns)}`,
  ];
}

function typesOf(table: string): [string, string][] {
  return (tables.find((one) => one.name === table)?.columns ?? []).map(({ name, type }) => [name, type]);
}

function namesOf(table: string): string {
  return typesOf(table)
    .map(([name]) => name)
    .join(', ');
}

/** Files of before a column was added do not have it. */
function over(files: readonly string[], types: readonly (readonly [string, string])[]): string {
  const empty = `SELECT ${types.map(([name, type]) => `NULL::${type} AS "${name}"`).join(', ')} WHERE false`;
  return files.length === 0
    ? empty
    : `${empty} UNION ALL BY NAME SELECT * FROM read_parquet([${files.map(textOf).join(', ')}], union_by_name = true)`;
}

/** The rows as they were filed, a column of a former name beside the one that has its values. */
function rows(files: readonly string[], table: RowTable, columns: Readonly<Record<string, RowColumn>>): string {
  const selected = selectedColumns(columns).map(([name, kept]) => `${kept} AS ${name}`);
  return `SELECT ${selected.join(', ')} FROM (${over(files, [...rowTypes[table]])})`;
}
