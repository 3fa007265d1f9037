import { findIdentifiersInSql } from './find-in-sql.js';
import { findIdentifiers } from './find-identifiers.js';
import type { Finding } from './finding.js';
import type { Refusing, Safeguard } from './free-text.js';
import { freeTexts } from './free-texts.js';

/** An identifier in a text of a request, with the text and its path. */
export type PlacedFinding = Finding & { readonly path: string; readonly text: string };

type Given = { readonly path: string; readonly text: string };

/** The scheme and the host of a web address, which are an institution's. */
const host = /https?:\/\/[^\s/?#]*/gi;

/** What an address says once it is read; as it stands when it cannot be. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The words of an address without its host, each where it is. */
function wordsOf(address: string): string {
  return address.replaceAll(host, (one) => ' '.repeat(one.length)).replaceAll(/[^\p{L}\p{N}@.]/gu, ' ');
}

/** How the guard reads each kind of text that it may refuse. */
export const guardOf: Readonly<Record<Refusing, (text: string) => readonly Finding[]>> = {
  refused: findIdentifiers,
  'refused-sql': findIdentifiersInSql,
  'refused-id': (text) =>
    findIdentifiers(text.replaceAll(/[_.$-]/g, ' ')).map((one) => ({
      ...one,
      excerpt: text.slice(one.start, one.end),
    })),
  'refused-but-address': (text) => {
    const findings = findIdentifiers(text);
    const addresses = findings.filter(({ kind }) => kind === 'web-address');
    if (addresses.length === 0) {
      return findings;
    }
    // What stands behind the host may still name somebody; blanks keep every place where it is.
    const behind = addresses.flatMap(({ start, end }) => {
      const address = text.slice(start, end);
      const isOther = ({ kind }: Finding) => kind !== 'web-address';
      const plain = findIdentifiers(' '.repeat(start) + wordsOf(address)).filter(isOther);
      const read = decoded(address);
      // Written in another way, what names somebody has no place of its own: the address has.
      const hidden = plain.length > 0 || read === address ? [] : findIdentifiers(wordsOf(read)).filter(isOther);
      return [...plain, ...hidden.slice(0, 1).map((one) => ({ ...one, start, end }))].map((one) => ({
        ...one,
        excerpt: text.slice(one.start, one.end),
      }));
    });
    return [...findings.filter(({ kind }) => kind !== 'web-address'), ...behind].sort((a, b) => a.start - b.start);
  },
};

function isRefusing(guard: Safeguard): guard is Refusing {
  return guard in guardOf;
}

/** The texts at a place of a request: `name`, `content.search.*[]`, `content.parameters.{}`. */
function textsAt(value: unknown, steps: readonly string[], path: readonly string[] = []): Given[] {
  const [step, ...rest] = steps;
  if (step === undefined) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' ? [{ path: path.join('.'), text }] : [];
  }
  if (step === '[]') {
    return Array.isArray(value) ? value.flatMap((one, at) => textsAt(one, rest, [...path, String(at)])) : [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  if (step === '{}') {
    return Object.keys(value).map((text) => ({ path: [...path, text].join('.'), text }));
  }
  return Object.entries(value).flatMap(([name, one]) =>
    step === '*' || step === name ? textsAt(one, rest, [...path, name]) : [],
  );
}

function stepsOf(place: string): string[] {
  return place.replaceAll('[]', '.[]').split('.');
}

/**
 * Every identifier in the texts of a request that the table wants refused.
 * @throws Error when the table knows no such text of the route
 */
export function findingsIn(route: string, request: unknown): PlacedFinding[] {
  const guarded = Object.values(freeTexts).flatMap(({ in: places, guard }) =>
    isRefusing(guard) ? (places[route] ?? []).map((place) => ({ place, find: guardOf[guard] })) : [],
  );
  if (guarded.length === 0) {
    throw new Error(`no text of ${route} is guarded`);
  }
  return guarded.flatMap(({ place, find }) =>
    textsAt(request, stepsOf(place)).flatMap(({ path, text }) => find(text).map((one) => ({ ...one, path, text }))),
  );
}
