import { CaseRequest, OpenCaseRequest } from '#contracts/case';
import { commandIdsOf, type CommandIds } from '../../../../apps/api/src/case/command-ids.js';
import { outcomeOf, type Asked } from '../../load/ledger.js';
import type { Application, CaseHistory, Evidence } from '../evidence.js';
import { doubled, lost, wrong, type Finding } from '../finding.js';
import { groupBy } from '../same.js';

/**
 * What people were told against what the workflows did: an accepted command was applied exactly once, with the sequence that was told;
 * a refused one never; an unknown one at most once; and nothing was applied that nobody asked.
 */
export function compareApplications({ asked, histories }: Evidence): Finding[] {
  const opened = new Set(asked.filter((one) => one.opens && wasApplied(histories, one)).map((one) => one.caseId));
  return [...asked.flatMap((one) => findingsOf(one, histories)), ...unasked(asked, histories, opened)];
}

function findingsOf(asked: Asked, histories: ReadonlyMap<string, CaseHistory>): Finding[] {
  const applied = applicationsOf(asked, histories).filter((one) => one.events.length > 0);
  const [id, name] = [`${asked.caseId} ${asked.key}`, nameOf(asked)];
  const twice = applied.length > 1 ? [doubled(id, `${name} was applied ${applied.length} times`)] : [];
  const outcome = outcomeOf(asked);
  switch (outcome) {
    case 'accepted':
      return applied.length === 0
        ? [lost(id, `${name} was accepted and never applied`)]
        : [...twice, ...told(asked, applied)];
    case 'refused':
      return applied.length === 0 ? [] : [wrong(id, `${name} was refused and applied all the same`), ...twice];
    case 'unknown':
      return twice;
    default:
      return outcome satisfies never;
  }
}

/** Every acceptance told the sequence that the workflow gave, of the case that was meant. */
function told(asked: Asked, [applied]: readonly Application[]): Finding[] {
  return asked.tries.flatMap(({ told }) =>
    told.outcome !== 'accepted' || (told.sequence === applied?.sequence && told.caseId === asked.caseId)
      ? []
      : [
          wrong(
            `${asked.caseId} ${asked.key}`,
            `${nameOf(asked)} was told sequence ${told.sequence} of ${told.caseId}, the workflow gave ${applied?.sequence ?? 'none'}`,
          ),
        ],
  );
}

function unasked(
  asked: readonly Asked[],
  histories: ReadonlyMap<string, CaseHistory>,
  opened: ReadonlySet<string>,
): Finding[] {
  const known = groupBy(asked, (one) => one.caseId);
  return [...opened].flatMap((caseId) => {
    const ids = new Set((known.get(caseId) ?? []).map((one) => identityOf(one)));
    return (histories.get(caseId)?.applications ?? [])
      .filter((one) => !ids.has(`${one.commandId} ${one.fingerprint}`))
      .map((one) => wrong(`${caseId} ${one.commandId}`, `case ${caseId}: ${one.type} was applied and nobody asked it`));
  });
}

/** What the history of its case tells of a command. */
export function applicationsOf(asked: Asked, histories: ReadonlyMap<string, CaseHistory>): Application[] {
  const identity = identityOf(asked);
  const { applications = [] } = histories.get(asked.caseId) ?? {};
  return applications.filter((one) => `${one.commandId} ${one.fingerprint}` === identity);
}

function wasApplied(histories: ReadonlyMap<string, CaseHistory>, asked: Asked): boolean {
  return applicationsOf(asked, histories).length > 0;
}

/** The ids that the API makes of what it was sent. */
export function idsOf({ personId, key, body, opens, caseId }: Asked): CommandIds {
  const parsed = (opens ? OpenCaseRequest : CaseRequest).safeParse(body);
  return commandIdsOf(personId, key, parsed.success ? parsed.data : body, opens ? undefined : caseId);
}

function identityOf(asked: Asked): string {
  const { commandId, fingerprint } = idsOf(asked);
  return `${commandId} ${fingerprint}`;
}

/** A command in words. */
export function nameOf({ opens, body, caseId, personId, key }: Asked): string {
  const type = typeof body === 'object' && body !== null && 'type' in body ? String(body.type) : 'something';
  return `case ${caseId}: ${opens ? 'open-case' : type} of ${personId} (${key})`;
}
