import { useState } from 'react';
import type { ValueWords } from '../event-words/words.js';
import type { Result } from './cells.js';

/** Every different text of a column, those in lists too. */
function textsOf(values: readonly unknown[]): ReadonlySet<string> {
  return new Set(values.flat().filter((value) => typeof value === 'string'));
}

/** Names of the codes of one column; a name that more than one of them has keeps the code behind it. */
function namesOf(meaning: string, values: readonly unknown[], words: ValueWords): ReadonlyMap<string, string> {
  const codes = textsOf(values);
  const named = [...codes].map((code) => [code, words(meaning, code) ?? code] as const);
  const taken = new Map<string, number>();
  named.forEach(([, name]) => taken.set(name, (taken.get(name) ?? 0) + 1));
  return new Map(
    named
      .filter(([code, name]) => code !== name)
      .map(([code, name]) => [code, (taken.get(name) ?? 0) > 1 ? `${name} (${code})` : name]),
  );
}

/** The result with names instead of codes, in columns that are called like those of the tables; undefined when it holds no codes. */
export function withNames({ columns, rows }: Result, words: ValueWords): Result | undefined {
  const names = columns.map(({ name, kind }, index) =>
    kind === 'text' || kind === 'other'
      ? namesOf(
          name.toLowerCase(),
          rows.map((row) => row[index]),
          words,
        )
      : undefined,
  );
  if (names.every((one) => one === undefined || one.size === 0)) {
    return undefined;
  }
  const nameOf = (value: unknown, index: number): unknown => {
    const name = (text: unknown) => (typeof text === 'string' ? (names[index]?.get(text) ?? text) : text);
    return Array.isArray(value) &&
      value.every((one) => typeof one === 'string') &&
      value.some((one) => name(one) !== one)
      ? value.map(name).join(', ')
      : name(value);
  };
  return { columns, rows: rows.map((row) => row.map(nameOf)) };
}

const storageKey = 'relais.workbench.codes';

/** Whether the person wants names rather than codes; remembered on this machine. */
export function useNamesWanted(): readonly [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => localStorage.getItem(storageKey) === null);
  return [
    wanted,
    (next) => {
      setWanted(next);
      if (next) {
        localStorage.removeItem(storageKey);
      } else {
        localStorage.setItem(storageKey, 'shown');
      }
    },
  ];
}
