import { type Decimal, decimalOf, isAmbiguous, type Notation, notationsOf, storedOf, sumOf } from '#domain/outside';
import { type Fault, short, type Spot } from '../fault.js';
import { optionOf } from '../questions.js';
import type { Asking } from './asking.js';
import type { Pending } from './observation.js';

type Value = { readonly text: string | number; readonly at: Spot };

type NumbersOptions = {
  readonly asking: Asking;
  readonly standard: boolean;
  readonly object: (fault: Fault) => void;
};

/** A number of the file, as near as a person needs to tell two readings apart. */
function about(text: string, notation: Notation): string {
  const decimal = decimalOf(text, notation);
  return decimal === undefined ? text : String(Math.round(Number(`${decimal.digits}e${-decimal.scale}`)));
}

/** How the numbers of a file are written; undefined while that is to be asked. A number with two readings is never guessed. */
function notationOf(texts: readonly string[], { asking, standard }: NumbersOptions): Notation | undefined {
  const { all, best } = notationsOf(texts);
  const given = asking.has('numbers');
  const value = texts.find(isAmbiguous);
  const isForeign = given !== undefined && all.length > 0 && !all.some((one) => one === given);
  // A standard that allows no groups of digits leaves nothing open.
  const isStandard = standard && all.includes('point') && texts.every((text) => !/[,\s'’]/.test(text));
  if (all.length === 0 || texts.length === 0 || isStandard) {
    return all.length === 0 ? best : 'point';
  }
  if (isForeign || (value !== undefined && all.length > 1)) {
    const shown = value ?? texts.find((text) => /[.,]/.test(text)) ?? texts[0] ?? '';
    const answer = asking.ask({
      key: 'numbers',
      params: { value: short(shown) },
      options: all.map((one) => ({
        value: one,
        label: optionOf(one, { value: short(shown), about: about(shown, one) }),
      })),
    });
    return answer as Notation | undefined;
  }
  return all[0];
}

function decimalIn({ text, at }: Value, notation: Notation, object: NumbersOptions['object']): Decimal | undefined {
  const isNumber = typeof text === 'number';
  const decimal =
    isNumber && !Number.isFinite(text) ? undefined : decimalOf(String(text), isNumber ? 'point' : notation);
  if (decimal === undefined) {
    object({ at, code: 'number', params: { value: short(text) } });
  } else if (storedOf(decimal) === undefined) {
    object({ at, code: 'digits', params: { value: short(text) } });
  }
  return decimal;
}

/** The number of each point, exactly what the file says or a fault; undefined where the file tells none, or while something is open. */
export function numbersOf(
  all: readonly Pick<Pending, 'values' | 'at'>[],
  options: NumbersOptions,
): (number | undefined)[] {
  const texts = new Set<string>();
  for (const { values } of all) {
    for (const { text } of values) {
      if (typeof text === 'string') {
        texts.add(text);
      }
    }
  }
  const notation = notationOf([...texts], options);
  if (notation === undefined) {
    return [];
  }
  return all.map(({ values, at }) => {
    const decimals = values.flatMap((value) => decimalIn(value, notation, options.object) ?? []);
    // A sum that lacks a part is no sum.
    if (decimals.length === 0 || decimals.length < values.length) {
      return undefined;
    }
    const sum = sumOf(decimals);
    const stored = storedOf(sum);
    if (stored === undefined && values.length > 1) {
      options.object({ at, code: 'digits', params: { value: short(`${sum.digits}e${-sum.scale}`) } });
    }
    return stored;
  });
}
