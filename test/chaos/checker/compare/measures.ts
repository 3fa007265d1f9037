import { countsIn, recountAll } from '../../../support/recount.js';
import type { Evidence } from '../evidence.js';
import { doubled, lost, type Finding } from '../finding.js';
import { casesOf } from '../truth.js';

/** The cells of all cubes against a count from the raw events. */
export function compareMeasures({ records, content }: Evidence): Finding[] {
  const wanted = recountAll([...casesOf(records).values()]);
  const found = countsIn(content['measure_week']);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((cell) => {
    const [due, counted] = [wanted.get(cell) ?? 0, found.get(cell) ?? 0];
    const what = `measure_week: ${cell} counts ${counted}, due are ${due}`;
    return due === counted ? [] : [counted > due ? doubled(cell, what) : lost(cell, what)];
  });
}
