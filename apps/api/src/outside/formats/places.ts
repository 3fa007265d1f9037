import { region } from '#contracts/kernel/codes';
import { isNisNamed, oursIfNis, type PlaceCode } from '#domain/outside';
import type { Fault, Spot } from '../fault.js';
import { optionOf } from '../questions.js';
import type { Asking } from './asking.js';

/** Asks which list numbers of places are from, unless the file says so; a fault when it is none of ours. */
export function placeFaults(
  asking: Asking,
  dimension: string,
  codes: readonly PlaceCode[],
  at: Spot,
): readonly Fault[] {
  if (isNisNamed(dimension, codes)) {
    return [];
  }
  const ours = oursIfNis(codes);
  const [shown] = ours.filter(({ code }) => Object.hasOwn(region.municipalities, code)).concat(ours);
  if (shown === undefined) {
    return [];
  }
  const { code, label } = shown;
  const answer = asking.ask({
    key: 'places',
    words: label === code ? 'places-bare' : 'places',
    params: { code, theirs: label.slice(0, 60), ours: region.municipalities[code]?.label ?? region.label },
    options: (['nis', 'other'] as const).map((value) => ({ value, label: optionOf(value) })),
  });
  return answer === 'other' ? [{ at, code: 'place-list', params: { value: code } }] : [];
}
