import { labelsIn, type Language } from '#contracts/kernel/codes';
import type { FigureQuestion } from '#contracts/monitoring';
import { cubeLabels, dimensionLabels } from '#contracts/monitoring/codes';
import { sayIn } from '../texts/say.js';

/** What a shared figure is called, made of its question. */
export function sharedTitle({ cube, by, grain }: FigureQuestion, language: Language): string {
  const labels = labelsIn(language);
  const t = sayIn(language);
  const names = labels.list(by.map((one) => labels.text(dimensionLabels[one])));
  return t(`shared.title-${grain}`, { what: labels.text(cubeLabels[cube]), by: names });
}
