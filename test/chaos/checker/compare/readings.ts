import type { Reading } from '../../load/ledger.js';
import type { Evidence } from '../evidence.js';
import { wrong, type Finding } from '../finding.js';

/**
 * What is promised of reading: nobody is shown a case as it was before what they have seen of it, their own commands included, and what
 * has happened and is not shown is told.
 */
export function compareReadings({ readings }: Evidence): Finding[] {
  return readings.flatMap((one) => [...notOlder(one), ...whole(one)]);
}

function notOlder(one: Reading): Finding[] {
  return one.sequence >= one.seen ? [] : [of(one, `was shown ${one.sequence} after ${one.seen}`)];
}

function whole(one: Reading): Finding[] {
  const { earlier, sequence, missing } = one;
  const shown = new Set(one.shown);
  const isTold = (place: number) => missing !== null && place >= missing.from && place <= missing.to;
  const silent = Array.from({ length: sequence - earlier }, (_, place) => earlier + 1 + place).filter(
    (place) => !shown.has(place) && !isTold(place),
  );
  return silent.length === 0 ? [] : [of(one, `was shown ${sequence} without ${silent.join(', ')}, and not told`)];
}

function of({ personId, caseId }: Reading, what: string): Finding {
  return wrong(`${caseId} ${personId}`, `case ${caseId}: ${personId} ${what}`);
}
