import { region } from '#contracts/kernel/codes';
import type { SeriesFlag } from '#contracts/outside/codes';
import { seriesLimits } from '#contracts/outside/codes';
import { ordersOf, type Period, periodsBetween, placeOf, readPeriod, shareLeftOut } from '#domain/outside';
import type { StoredPoint } from '#persistence/outside';
import { mostFaults } from '../../kernel/files/rows.js';
import { type Fault, pathOf, short, type Spot } from '../fault.js';
import { optionOf } from '../questions.js';
import { numbersOf } from './numbers.js';
import { type Cell, type GatheringOptions, keyOf, type Observation, type Pending, type Value } from './observation.js';
import { type FileReading, faultsOf, undecided } from './reading.js';

/** Gathers observations, and everything that is wrong with them or left open. */
export class Gathering {
  private readonly faults: Fault[];
  /** What will be points, by time and place. */
  private readonly pending = new Map<string, Pending>();
  /** Where the file says that there is no value: its sum would lack a part, and it is not zero. */
  private readonly untold = new Map<string, Spot>();
  private readonly named = new Set<string>();
  private first: Period | undefined;
  private leftOut = 0;
  private withoutValue = 0;
  private readonly repeated: Fault[] = [];
  private readonly homeless: Value[] = [];

  constructor(private readonly options: GatheringOptions) {
    this.faults = [...(options.before ?? [])];
  }

  /** Notes what is wrong, also beside its observations, as long as somebody will read it. */
  object(fault: Fault): void {
    if (!this.isFull) {
      this.faults.push(fault);
    }
  }

  add({ period, place, value, flags = [] }: Observation): void {
    if (this.isFull) {
      return;
    }
    const municipality = place === null ? null : this.placeAt(place);
    if (municipality === 'elsewhere') {
      this.leftOut++;
      return;
    }
    const read = period.read ?? this.periodAt(period);
    const isTold = !flags.includes('confidential');
    if (value.text === null && isTold) {
      this.withoutValue++;
      if (this.options.whole && value.isMark !== true) {
        this.object({ at: value.at, code: 'missing' });
      } else if (municipality !== undefined && read !== undefined) {
        this.untold.set(keyOf(read, municipality), value.at);
      }
      return;
    }
    if (municipality === undefined || read === undefined) {
      // Its number is looked at all the same, so that everything that is wrong with a row is told at once.
      this.homeless.push({ text: value.text ?? '', at: value.at });
      return;
    }
    const key = keyOf(read, municipality);
    const before = this.pending.get(key);
    if (before !== undefined) {
      const fault: Fault = { at: period.at, code: 'twice', params: { first: pathOf(before.at) } };
      this.repeated.push(fault);
      if (this.options.adding === undefined) {
        this.object(fault);
        return;
      }
    }
    const one = before ?? { period: read, municipality, at: period.at, values: [], flags: new Set<SeriesFlag>() };
    flags.forEach((flag) => one.flags.add(flag));
    // What its publisher keeps to itself is not kept here, whatever stands in its place.
    if (value.text !== null && isTold) {
      one.values.push({ text: value.text, at: value.at });
    }
    this.pending.set(key, one);
  }

  /** All points in order of time and place, or none when anything is wrong or open; `from` is where an empty file is at fault. */
  end(about: Pick<FileReading, 'format' | 'fixed'> & Partial<FileReading>, from: Spot): FileReading {
    const { pending, faults, leftOut, withoutValue } = this;
    const { asking, standard = false } = this.options;
    if (pending.size > seriesLimits.points) {
      this.object({ at: from, code: 'large', params: { count: seriesLimits.points } });
    }
    if (pending.size === 0 && faults.length === 0 && asking.open.length === 0) {
      this.object({ at: from, code: 'empty' });
    }
    this.askLeftOut();
    this.askSum();
    this.objectToGaps();
    const zeroes = this.zeroes(from);
    const sorted = [...pending, ...zeroes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    const read = { values: this.homeless.filter(({ text }) => text !== ''), at: from };
    const values = numbersOf([...sorted, read], { asking, standard, object: (fault) => this.object(fault) });
    const counted = { leftOut, withoutValue, summed: this.repeated.length };
    if (asking.open.length > 0) {
      return undecided({ ...about, ...counted }, asking);
    }
    const points = sorted.map(({ period, municipality, flags }, at): StoredPoint => ({
      period: period.period,
      municipality,
      value: flags.has('confidential') ? null : (values[at] ?? null),
      ...(flags.size > 0 && { flags: [...flags].sort() }),
    }));
    const told = faultsOf(faults);
    return {
      preview: [],
      filters: [],
      partial: 0,
      ...about,
      ...counted,
      choices: [],
      questions: asking.questions,
      grain: this.first?.grain ?? sorted[0]?.period.grain ?? null,
      points: told.length > 0 ? [] : points,
      faults: told,
    };
  }

  private get isFull(): boolean {
    return this.faults.length > mostFaults;
  }

  private askLeftOut(): void {
    const { leftOut, pending } = this;
    const kept = [...pending.values()].reduce((sum, { values }) => sum + Math.max(1, values.length), 0);
    const share = shareLeftOut(leftOut, kept);
    if (pending.size > 0 && share > mostLeftOut) {
      this.options.asking.ask({
        key: 'left-out',
        params: { share, count: leftOut },
        options: [{ value: String(share), label: optionOf('left-out', { share }) }],
        holds: (answer) => Number(answer) >= share,
      });
    }
  }

  private askSum(): void {
    const { asking, adding } = this.options;
    if (adding === undefined || this.repeated.length === 0) {
      return;
    }
    const answer = asking.ask({
      key: 'sum',
      params: { count: this.repeated.length },
      options: (['add', 'refuse'] as const).map((value) => ({ value, label: optionOf(value) })),
      // Without a column of places the rows may be places, and one of them their total.
      suggested: adding.places.length > 1 ? 'add' : undefined,
    });
    if (answer === 'refuse') {
      this.repeated.forEach((fault) => this.object(fault));
    }
  }

  /** A sum that lacks a part is no sum. */
  private objectToGaps(): void {
    for (const [key, at] of this.options.adding === undefined ? [] : this.untold) {
      if (this.pending.has(key)) {
        this.object({ at, code: 'missing' });
      }
    }
  }

  /** The points of rows that are not there because nothing happened, when a person says so. */
  private zeroes(from: Spot): readonly (readonly [string, Pending])[] {
    const { asking, adding } = this.options;
    const periods = [...this.pending.values()].map((one) => one.period);
    const sorted = periods.sort((a, b) => (a.period < b.period ? -1 : 1));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (adding === undefined || first === undefined || last === undefined) {
      return [];
    }
    const all = periodsBetween(first, last);
    const missing = all.length * adding.places.length - new Set([...this.pending.keys(), ...this.untold.keys()]).size;
    if (missing <= 0) {
      return [];
    }
    const answer = asking.ask({
      key: 'zero',
      params: { count: missing, first: first.period, last: last.period },
      options: (['zero', 'unknown'] as const).map((value) => ({ value, label: optionOf(value) })),
    });
    if (answer !== 'zero') {
      return [];
    }
    if (missing + this.pending.size > seriesLimits.points) {
      this.object({ at: from, code: 'large', params: { count: seriesLimits.points } });
      return [];
    }
    return all.flatMap((period) =>
      adding.places.flatMap((municipality): (readonly [string, Pending])[] => {
        const key = keyOf(period, municipality);
        return this.pending.has(key) || this.untold.has(key)
          ? []
          : [[key, { period, municipality, at: from, values: [{ text: 0, at: from }], flags: new Set() }]];
      }),
    );
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
    if (place === 'elsewhere' && !this.options.ownPlaces) {
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
      const code = ordersOf([text]).length > 0 ? 'day' : 'period';
      this.faultOnce({ at, code, params: { value: short(text) } });
      return undefined;
    }
    this.first ??= read;
    if (read.grain !== this.first.grain) {
      this.faultOnce({ at, code: 'grain', params: { value: read.period, first: this.first.period } });
      return undefined;
    }
    return read;
  }
}

/** Per cent of the observations that may be outside the region without a question. */
const mostLeftOut = 50;

/** Every municipality of the region. */
export const allMunicipalities: readonly string[] = Object.keys(region.municipalities);
