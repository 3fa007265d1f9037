import { z } from 'zod';
import { seriesLimits } from '#contracts/outside/codes';
import { flagsIn, saysWhen, saysWhere } from '#domain/outside';
import { mostObjections } from '../../kernel/problems/problem.js';
import type { Fault } from '../fault.js';
import type { Asking } from './asking.js';
import { chooseFrom, type Dimension, unknownWanted } from './choosing.js';
import { Gathering } from './gathering.js';
import { currentOf, exactly } from './json-stat-former.js';
import { placeFaults } from './places.js';
import { type FileReading, isNothing, undecided, unreadable, type Wanted } from './reading.js';

const Category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
});

const Value = z.union([z.number(), z.string(), z.null()]);

const Status = z.union([z.string(), z.null()]);

/** A JSON-stat 2.0 dataset as far as it is read; notes are not. */
const Dataset = z.object({
  class: z.literal('dataset'),
  id: z.array(z.string()).min(1),
  size: z.array(z.int().positive()),
  dimension: z.record(z.string(), z.object({ category: Category })),
  value: z.union([z.array(Value), z.record(z.string().regex(/^\d+$/), Value)]),
  status: z.union([z.string(), z.array(Status), z.record(z.string(), Status)]).optional(),
  role: z.object({ time: z.array(z.string()).optional(), geo: z.array(z.string()).optional() }).optional(),
});
type Dataset = z.infer<typeof Dataset>;

/** A dimension, and by how much each of its codes moves the index of a value. */
type Axis = Dimension & { readonly at: { readonly path: string }; readonly offsets: ReadonlyMap<string, number> };

/** The shape that was expected where the file has another one. */
const expected: Readonly<Record<string, string>> = {
  id: '["…"]',
  size: '[1, 2, …]',
  dimension: '{"…": {"category": …}}',
  value: '[…]',
  role: '{"time": ["…"]}',
  status: '{"0": "p"}',
};

function shapeFaults(error: z.ZodError, given: unknown): Fault[] {
  const isDataset = typeof given === 'object' && given !== null && (given as { class?: unknown }).class === 'dataset';
  if (!isDataset) {
    return [{ at: { path: 'class' }, code: 'not-json-stat' }];
  }
  return error.issues.slice(0, mostObjections).map(({ path }) => ({
    at: { path: path.map(String).join('.') },
    code: 'malformed',
    params: { expected: expected[String(path[0])] ?? 'JSON-stat 2.0' },
  }));
}

function codesOf({ index, label = {} }: z.infer<typeof Category>): Dimension['codes'] {
  const codes = Array.isArray(index)
    ? index
    : Object.entries(index ?? Object.fromEntries(Object.keys(label).map((code, at) => [code, at])))
        .sort((a, b) => a[1] - b[1])
        .map(([code]) => code);
  return codes.map((code) => ({ code, label: label[code] ?? code }));
}

function axesOf({ id, size, dimension }: Dataset): {
  readonly axes: readonly Axis[];
  readonly faults: readonly Fault[];
} {
  if (size.length !== id.length) {
    const params = { count: size.length, expected: id.length };
    return { axes: [], faults: [{ at: { path: 'size' }, code: 'size', params }] };
  }
  if (id.length > seriesLimits.dimensions) {
    const params = { count: seriesLimits.dimensions };
    return { axes: [], faults: [{ at: { path: 'id' }, code: 'dimensions-many', params }] };
  }
  const faults: Fault[] = [];
  const axes = id.map((name, index): Axis => {
    const at = { path: `dimension.${name}.category` };
    const described = Object.hasOwn(dimension, name) ? dimension[name] : undefined;
    const codes = described === undefined ? [] : codesOf(described.category);
    const length = size[index] ?? 0;
    if (codes.length !== length) {
      faults.push({ at, code: 'size', params: { count: codes.length, expected: length } });
    }
    const step = size.slice(index + 1).reduce((product, one) => product * one, 1);
    return { name, at, codes, offsets: new Map(codes.map(({ code }, position) => [code, position * step])) };
  });
  return { axes, faults };
}

function valueFaults({ value, size }: Dataset): Fault[] {
  const whole = size.reduce((product, one) => product * one, 1);
  const at = { path: 'value' };
  if (Array.isArray(value)) {
    return value.length === whole ? [] : [{ at, code: 'size', params: { count: value.length, expected: whole } }];
  }
  const beyond = Object.keys(value).filter((key) => Number(key) >= whole);
  return beyond.slice(0, mostObjections).map((key) => ({
    at: { path: `value.${key}` },
    code: 'size',
    params: { count: Number(key) + 1, expected: whole },
  }));
}

type Named = { readonly when: Axis; readonly where: Axis | undefined; readonly others: readonly Axis[] };

/** What is said of the value at an index. */
function flagsAt({ status }: Dataset, index: number): ReturnType<typeof flagsIn> {
  const list = Array.isArray(status) && status.length === 1 ? status[0] : status;
  const said = typeof list === 'object' ? (Array.isArray(list) ? list[index] : list?.[String(index)]) : list;
  return flagsIn(said ?? '');
}

function observe(dataset: Dataset, { when, where, others }: Named, gathering: Gathering): void {
  const { value } = dataset;
  const offsetOf = (axis: Axis, code: string) => axis.offsets.get(code) ?? 0;
  // Every other axis stands at the one code that is left of it.
  const base = others.reduce((sum, axis) => sum + offsetOf(axis, axis.codes[0]?.code ?? ''), 0);
  for (const { code: period } of when.codes) {
    for (const place of where?.codes ?? [undefined]) {
      const index = base + offsetOf(when, period) + (where && place ? offsetOf(where, place.code) : 0);
      const found = Array.isArray(value) ? value[index] : value[String(index)];
      gathering.add({
        period: { text: period, at: { path: `${when.at.path}.${period}` } },
        place: where && place ? { text: place.code, at: { path: `${where.at.path}.${place.code}` } } : null,
        value: {
          text: typeof found === 'string' && isNothing('json-stat', found) ? null : (found ?? null),
          at: { path: `value.${index}` },
        },
        flags: flagsAt(dataset, index),
      });
    }
  }
}

function parsed(text: string): { readonly json: unknown; readonly faults: readonly Fault[] } {
  try {
    return { json: JSON.parse(exactly(text)), faults: [] };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.slice(0, 120) : '';
    return { json: undefined, faults: [{ at: { path: 'json' }, code: 'json', params: { reason } }] };
  }
}

/** Reads a JSON-stat dataset; the dimensions of time and place are found by their roles, else by their names. */
export function readJsonStat(text: string, wanted: Wanted, asking: Asking): FileReading {
  const { json: given, faults } = parsed(text);
  const { json, faults: former } = currentOf(given, asking);
  if (asking.open.length > 0) {
    return undecided({ format: 'json-stat', fixed: [] }, asking);
  }
  const dataset = Dataset.safeParse(json);
  const early = [...faults, ...former];
  if (!dataset.success || early.length > 0) {
    return unreadable('json-stat', early.length > 0 || dataset.success ? early : shapeFaults(dataset.error, json));
  }
  const { role } = dataset.data;
  const { axes: all, faults: misshapen } = axesOf(dataset.data);
  const wrong = [...misshapen, ...valueFaults(dataset.data)];
  const unknown = wrong.length > 0 ? wrong : unknownWanted(all, wanted);
  if (unknown.length > 0) {
    return unreadable('json-stat', unknown);
  }
  const axes = all.map((axis) => {
    const code = wanted.get(axis.name);
    return { ...axis, codes: axis.codes.filter((one) => code === undefined || one.code === code) };
  });
  const when = axes.find(({ name }) => role?.time?.includes(name) ?? saysWhen(name));
  if (when === undefined) {
    return unreadable('json-stat', [{ at: { path: 'role.time' }, code: 'no-time' }]);
  }
  const where = axes.find((axis) => axis !== when && (role?.geo?.includes(axis.name) ?? saysWhere(axis.name)));
  const others = axes.filter((axis) => axis !== when && axis !== where);
  const { fixed, choices, undecided: open } = chooseFrom(others);
  const about = { format: 'json-stat', fixed } as const;
  if (choices.length > 0) {
    return undecided(about, asking, { choices, faults: open });
  }
  if (when.codes.length * (where?.codes.length ?? 1) > seriesLimits.rows) {
    return unreadable('json-stat', [{ at: { path: 'size' }, code: 'large', params: { count: seriesLimits.points } }]);
  }
  const strangers = where === undefined ? [] : placeFaults(asking, where.name, where.codes, where.at);
  if (strangers.length > 0) {
    return unreadable('json-stat', strangers);
  }
  const gathering = new Gathering({ asking });
  observe(dataset.data, { when, where, others }, gathering);
  return gathering.end(about, { path: 'value' });
}
