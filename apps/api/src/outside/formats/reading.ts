import { region } from '#contracts/kernel/codes';
import type { SeriesPoint, SeriesReading } from '#contracts/outside';
import { seriesLimits } from '#contracts/outside/codes';
import { type Period, readPeriod } from '#domain/outside';
import { mostFaults, toldOf } from '../../kernel/files/rows.js';
import { type Fault, pathOf, type Spot } from '../fault.js';

/** What a reader of a format finds; with faults or choices there are no points to take. */
export type FileReading = Pick<SeriesReading, 'format' | 'fixed' | 'choices' | 'leftOut' | 'withoutValue'> & {
  readonly grain: Period['grain'] | null;
  readonly points: readonly SeriesPoint[];
  readonly faults: readonly Fault[];
};

/** Which code of a dimension is wanted. */
export type Wanted = ReadonlyMap<string, string>;

/** Codes of one dimension that are named when one must be chosen. */
export const mostCodes = 200;

type Cell = { readonly text: string; readonly at: Spot };

/** An observation as it stands in a file; `place` null for the whole region, `value` null when there is none. */
export type Observation = {
  readonly period: Cell;
  readonly place: Cell | null;
  readonly value: { readonly text: string | number | null; readonly at: Spot };
};

type Place = { readonly municipality: string | null } | 'elsewhere' | 'unknown';

/** NIS, NUTS and ISO codes of places; whether they exist elsewhere is not for us to say. */
const placeCode = /^(?:\d{5}|[A-Z]{2}[A-Z0-9_-]{0,10})$/;

function placeOf(code: string): Place {
  if (code === '' || region.statisticalCodes.includes(code)) {
    return { municipality: null };
  }
  if (Object.hasOwn(region.municipalities, code)) {
    return { municipality: code };
  }
  return placeCode.test(code) ? 'elsewhere' : 'unknown';
}

const decimal = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,2})?$/;

function numberIn(text: string | number): number | undefined {
  if (typeof text === 'number') {
    return Number.isFinite(text) ? text : undefined;
  }
  const number = decimal.test(text) ? Number(text.replace(',', '.')) : undefined;
  // As many digits as one likes are digits, and no number that can be stored or sent.
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

const short = (text: string | number) => String(text).slice(0, 40);

/** Gathers observations, and everything that is wrong with them. `strict`: only places of the region may be named. */
export class Gathering {
  private readonly faults: Fault[];
  /** Points and where they stand, by time and place. */
  private readonly points = new Map<string, { readonly point: SeriesPoint; readonly at: Spot }>();
  private readonly named = new Set<string>();
  private first: Period | undefined;
  private leftOut = 0;
  private withoutValue = 0;

  /** @param before what was wrong before there were observations */
  constructor(
    private readonly strict: boolean,
    before: readonly Fault[] = [],
  ) {
    this.faults = [...before];
  }

  /** Notes what is wrong, also beside its observations, as long as somebody will read it. */
  object(fault: Fault): void {
    if (!this.isFull) {
      this.faults.push(fault);
    }
  }

  add({ period, place, value }: Observation): void {
    if (this.isFull) {
      return;
    }
    const municipality = place === null ? null : this.placeAt(place);
    if (municipality === 'elsewhere') {
      this.leftOut++;
      return;
    }
    const read = this.periodAt(period);
    if (value.text === null && !this.strict) {
      this.withoutValue++;
      return;
    }
    const number = this.numberAt(value);
    if (municipality === undefined || read === undefined || number === undefined) {
      return;
    }
    const key = `${read.period}|${municipality ?? ''}`;
    const first = this.points.get(key);
    if (first !== undefined) {
      this.object({ at: period.at, code: 'twice', params: { first: pathOf(first.at) } });
      return;
    }
    this.points.set(key, { point: { period: read.period, municipality, value: number }, at: period.at });
  }

  /** All points in order of time and place, or none when anything is wrong; `from` is where an empty file is at fault. */
  end(about: Pick<FileReading, 'format' | 'fixed'>, from: Spot): FileReading {
    const { points, faults, leftOut, withoutValue } = this;
    if (points.size > seriesLimits.points) {
      this.object({ at: from, code: 'large', params: { count: seriesLimits.points } });
    }
    if (points.size === 0 && faults.length === 0) {
      this.object({ at: from, code: 'empty' });
    }
    const sorted = [...points].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { point }]) => point);
    const grain = this.first?.grain ?? null;
    const told = faultsOf(faults);
    return { ...about, choices: [], leftOut, withoutValue, grain, points: told.length > 0 ? [] : sorted, faults: told };
  }

  private get isFull(): boolean {
    return this.faults.length > mostFaults;
  }

  /** A category of JSON-stat stands for many observations and is named once. */
  private faultOnce(fault: Fault): void {
    const place = pathOf(fault.at);
    if (!this.named.has(place)) {
      this.named.add(place);
      this.object(fault);
    }
  }

  /** A NIS code of the region, null for all of it, undefined when it is a fault. */
  private placeAt({ text, at }: Cell): string | null | 'elsewhere' | undefined {
    const place = placeOf(text);
    if (place === 'elsewhere' && !this.strict) {
      return place;
    }
    if (typeof place === 'string') {
      this.faultOnce({ at, code: 'place', params: { value: short(text) } });
      return undefined;
    }
    return place.municipality;
  }

  private periodAt({ text, at }: Cell): Period | undefined {
    if (text === '') {
      this.object({ at, code: 'missing' });
      return undefined;
    }
    const read = readPeriod(text);
    if (read === undefined) {
      this.faultOnce({ at, code: 'period', params: { value: short(text) } });
      return undefined;
    }
    this.first ??= read;
    if (read.grain !== this.first.grain) {
      this.faultOnce({ at, code: 'grain', params: { value: read.period, first: this.first.period } });
      return undefined;
    }
    return read;
  }

  private numberAt({ text, at }: Observation['value']): number | undefined {
    if (text === null) {
      this.object({ at, code: 'missing' });
      return undefined;
    }
    const number = numberIn(text);
    if (number === undefined) {
      this.object({ at, code: 'number', params: { value: short(text) } });
    }
    return number;
  }
}

/** Names in a file may be as long as the file, and stand in many faults. */
const longestWord = 400;
const clipped = (word: string) => word.slice(0, longestWord);

function spotOf(at: Spot): Spot {
  if ('path' in at) {
    return { path: clipped(at.path) };
  }
  return { row: at.row, column: at.column === null ? null : clipped(at.column) };
}

function faultsOf(faults: readonly Fault[]): Fault[] {
  const told = toldOf(faults, ({ at }, code, params) => ({
    at: 'row' in at ? { ...at, column: null } : at,
    code,
    params,
  }));
  return told.map(({ at, code, params = {} }) => ({
    at: spotOf(at),
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? clipped(value) : value]),
    ),
  }));
}

/** A reading of a file that could not be read at all. */
export function unreadable(format: FileReading['format'], faults: readonly Fault[]): FileReading {
  const told = faultsOf(faults);
  return { format, grain: null, points: [], fixed: [], choices: [], leftOut: 0, withoutValue: 0, faults: told };
}

/** A reading that waits for choices. */
export function undecided(
  about: Pick<FileReading, 'format' | 'fixed'>,
  choices: FileReading['choices'],
  faults: readonly Fault[],
): FileReading {
  return { ...unreadable(about.format, faults), fixed: about.fixed, choices };
}

/** Whether a dimension says where: by the names that statistics offices use. */
export function saysWhere(dimension: string): boolean {
  return /^(?:ref_?area|geo|geography|region|area|territory|municipality|commune|gemeente|nis|refnis|cd_(?:munty_)?refnis)$/i.test(
    dimension,
  );
}

/** Whether a dimension says when. */
export function saysWhen(dimension: string): boolean {
  return /^(?:time_period|time|period|date|year|month|quarter|jaar|maand|année|mois|tijd|temps)$/i.test(dimension);
}
