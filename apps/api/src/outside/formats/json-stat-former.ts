import { decimalOf, storedOf } from '#domain/outside';
import type { Fault } from '../fault.js';
import { nameOf } from '../questions.js';
import type { Asking } from './asking.js';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers that the engine would change stay as the texts that they are in the file, and are told as such where they are read. */
export function exactly(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g, (token) => {
    const decimal = token.startsWith('"') ? undefined : decimalOf(token, 'point');
    return decimal !== undefined && storedOf(decimal) === undefined ? `"${token}"` : token;
  });
}

/** A dataset of JSON-stat before 2.0: ids, sizes and roles stand among the dimensions. */
type Former = { readonly name: string; readonly value: Json };

/** What stands under its name in a bundle of JSON-stat 1.x, one dataset or several. */
function formerIn(json: unknown): readonly Former[] {
  if (!isObject(json) || 'class' in json) {
    return [];
  }
  return Object.entries(json).flatMap(([name, value]) =>
    isObject(value) && isObject(value['dimension']) && 'value' in value ? [{ name, value }] : [],
  );
}

/** Datasets that a collection of JSON-stat 2.0 holds itself; one that it only names by an address is elsewhere. */
function embeddedIn(json: unknown): readonly Former[] {
  const link = isObject(json) && json['class'] === 'collection' ? json['link'] : undefined;
  const items = isObject(link) ? link['item'] : undefined;
  return (Array.isArray(items) ? items : []).flatMap((value: unknown, at) =>
    isObject(value) && value['class'] === 'dataset' && 'value' in value
      ? [{ name: typeof value['label'] === 'string' ? value['label'] : String(at + 1), value }]
      : [],
  );
}

/** The same dataset as JSON-stat 2.0 has it, or what is missing for that. */
function convert({ name, value }: Former): { readonly json: unknown; readonly faults: readonly Fault[] } {
  const { dimension, status, ...rest } = value;
  // Before 2.0 some wrapped their flags together with what these mean.
  const flags = isObject(status) && Array.isArray(status['value']) ? status['value'] : status;
  const { id, size, role, ...dimensions } = isObject(dimension) ? dimension : {};
  const missing = id === undefined ? 'id' : size === undefined ? 'size' : undefined;
  if (missing !== undefined) {
    const at = { path: `${name}.dimension` };
    return { json: undefined, faults: [{ at, code: 'json-stat-1', params: { missing } }] };
  }
  return {
    json: {
      ...rest,
      class: 'dataset',
      id,
      size,
      dimension: dimensions,
      ...(role !== undefined && { role }),
      ...(flags !== undefined && { status: flags }),
    },
    faults: [],
  };
}

/** A dataset of JSON-stat 2.0: as it is, out of a collection, or made of one of JSON-stat 1.x; of several one is asked for. */
export function currentOf(
  json: unknown,
  asking: Asking,
): { readonly json: unknown; readonly faults: readonly Fault[] } {
  const embedded = embeddedIn(json);
  const former = formerIn(json);
  const all = embedded.length > 0 ? embedded : former;
  const [first] = all;
  if (first === undefined) {
    return { json, faults: [] };
  }
  const name =
    all.length === 1
      ? first.name
      : asking.ask({ key: 'dataset', options: all.map((one) => ({ value: one.name, label: nameOf(labelOf(one)) })) });
  const chosen = all.find((one) => one.name === name);
  if (chosen === undefined) {
    return { json: undefined, faults: [] };
  }
  return embedded.length > 0 ? { json: chosen.value, faults: [] } : convert(chosen);
}

function labelOf({ name, value }: Former): string {
  return typeof value['label'] === 'string' ? `${value['label'].slice(0, 160)} (${name})` : name;
}
