import { codesOf, type Text } from '#contracts/kernel/codes';
import { type DayOrder, daysIn, monthNamed, ordersOf } from '#domain/outside';
import { CellFault } from './cell-fault.js';

type Labelled<Code extends string> = Readonly<Record<Code, { readonly label: Text }>>;

/** A word as people and spreadsheets write it in different ways: case, accents, dashes, spaces. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The one code of a list that a cell means, by its code or by its name in a language; undefined when it may mean several or none. */
function meant<Code extends string>(list: Labelled<Code>, cell: string): Code | undefined {
  const codes = codesOf(list);
  const exact = codes.find((code) => code === cell);
  const word = folded(cell);
  const named = codes.filter((code) =>
    [code, ...Object.values<string>(list[code].label)].some((name) => folded(name) === word),
  );
  return exact ?? (named.length === 1 ? named[0] : undefined);
}

const shown = (cell: string) => cell.slice(0, 60);

/** Reads a code of a list, or its name. */
export function codeOrName<Code extends string>(list: Labelled<Code>): (cell: string) => Code {
  return (cell) => {
    const code = meant(list, cell);
    if (code === undefined) {
      throw new CellFault('code', { value: shown(cell) });
    }
    return code;
  };
}

/** The bands that a spreadsheet may have taken for a date: `1-4` becomes `01-avr`, `4-Jan` or `2024-04-01`, `10-49` becomes `oct-49`. */
function bandsBehind(cell: string): string[] {
  const [, day = '', dayMonth = ''] = /^(\d{1,2})[ ./-](\p{L}+)\.?$/u.exec(cell) ?? [];
  const [, month = '', rest = ''] = /^(\p{L}+)\.?[ ./-](\d{1,2})$/u.exec(cell) ?? [];
  const pairs: (readonly [number | undefined, number | undefined])[] = [
    [Number(day), monthNamed(dayMonth)],
    [monthNamed(month), Number(rest)],
  ];
  for (const date of Object.values(daysIn(cell))) {
    const [year = 0, inYear = 0, inMonth = 0] = (date ?? '').split('-').map(Number);
    pairs.push([inMonth, inYear], [inYear, year % 100]);
  }
  return pairs.flatMap(([one, other]) => (one && other ? [`${one}-${other}`, `${other}-${one}`] : []));
}

/** Reads a band, also one that a spreadsheet has made a date of when only one band can have been there. */
export function bandIn<Code extends string>(list: Labelled<Code>): (cell: string) => Code {
  return (cell) => {
    const behind = bandsBehind(cell);
    const restored = codesOf(list).filter((code) => behind.includes(code));
    const band = meant(list, cell) ?? (restored.length === 1 ? restored[0] : undefined);
    if (band === undefined && behind.length > 0) {
      throw new CellFault('band-date', { value: shown(cell), codes: codesOf(list).join(', ') });
    }
    return band ?? codeOrName(list)(cell);
  };
}

/** What comes first in the days of a file; undefined when nothing in it tells. */
export function orderIn(cells: Iterable<string>): DayOrder | undefined {
  const days = [...cells].filter((cell) => ordersOf([cell]).length > 0);
  const orders = ordersOf(days);
  return orders.length === 1 ? orders[0] : undefined;
}

/** Reads a day as a calendar date, whichever way a spreadsheet shows it; one that may be two days is neither. */
export function dayIn(cell: string, order: DayOrder | undefined): string {
  // As it is to be written: whether there is such a day, and whether it is to come, is said of it by others.
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) {
    return cell;
  }
  const days = daysIn(cell);
  const both = [days['day-first'], days['month-first']];
  const [first, second] = both;
  if (first !== undefined && second !== undefined && first !== second && order === undefined) {
    throw new CellFault('date-order', { value: shown(cell), first, second });
  }
  const date = order === undefined ? (first ?? second) : days[order];
  if (date === undefined) {
    throw new CellFault('date');
  }
  return date;
}

/** A long number that a spreadsheet has rounded, so that several references may look alike. */
export function isCut(reference: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(reference);
}
