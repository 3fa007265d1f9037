import type { Evidence } from '../evidence.js';
import { wrong, type Finding } from '../finding.js';
import { operationsOf } from '../operations.js';
import { groupBy } from '../same.js';

/** Commands on a case stand in an order that agrees with the clock on the wall: what was asked after an answer comes after what was answered. */
export function compareOrder(evidence: Evidence): Finding[] {
  return [...groupBy(operationsOf(evidence), (one) => one.caseId)].flatMap(([caseId, operations]) => {
    let latest = { call: 0, first: 0 };
    return operations
      .toSorted((one, other) => one.first - other.first)
      .flatMap((one) => {
        const before = latest;
        latest = one.call > latest.call ? one : latest;
        return one.answered !== null && one.answered < before.call
          ? [
              wrong(
                caseId,
                `case ${caseId}: ${one.first} was answered before ${before.first} was asked, and stands after it`,
              ),
            ]
          : [];
      });
  });
}
