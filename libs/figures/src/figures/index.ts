import { caseFigures } from './case-figures.js';
import { changeFigures } from './change-figures.js';
import type { Figure, Scene } from './figure.js';
import { placeFigures } from './place-figures.js';
import { referralFigures } from './referral-figures.js';

/** All figures of the page in their order. */
export function figuresOf(scene: Scene): readonly Figure[] {
  const { trend, slopes, matrix } = changeFigures(scene);
  const { map, rates, unmet } = placeFigures(scene);
  const { flow, answer, contact, end, declines } = referralFigures(scene);
  const { balance, followUp } = caseFigures(scene);
  const places = rates === undefined ? [map] : [map, rates];
  return [trend, slopes, matrix, ...places, flow, unmet, declines, answer, contact, end, balance, followUp];
}
