import { marksOf } from '#workflows';
import type { Asked, Try } from '../../load/ledger.js';
import type { Evidence } from '../evidence.js';
import { wrong, type Finding } from '../finding.js';
import { eventsOf } from '../truth.js';
import { nameOf } from './applications.js';

/** Refusals that nothing which happens to the case can change: what is wrong in other ways is only told to who may ask at that moment. */
const lasting = new Set(['bad-input', 'key-missing']);

/**
 * What the API promises of its answers. A key that was accepted is accepted every time, with the same case and sequence; only a text whose
 * case was erased since is refused as such. A key that was refused is decided anew, because a refusal leaves no trace; it is refused again
 * in the same words when these do not depend on the case. A command that can never be right is refused for its reason. And the timeline
 * that comes with an answer tells what happened.
 */
export function compareAnswers({ asked, histories }: Evidence): Finding[] {
  const marks = new Map<string, ReadonlySet<string>>();
  const marksOfCase = (caseId: string): ReadonlySet<string> => {
    const history = histories.get(caseId);
    const known = marks.get(caseId) ?? new Set(history === undefined ? [] : marksOf(eventsOf(history)));
    marks.set(caseId, known);
    return known;
  };
  return asked.flatMap((one) => [...steady(one), ...justified(one), ...truthful(one, marksOfCase(one.caseId))]);
}

function steady(asked: Asked): Finding[] {
  const accepted = asked.tries.find(({ told }) => told.outcome === 'accepted');
  if (accepted?.told.outcome !== 'accepted') {
    return [];
  }
  const { caseId, sequence } = accepted.told;
  return asked.tries.flatMap((one) => {
    const { told } = one;
    if (told.outcome === 'accepted' && (told.caseId !== caseId || told.sequence !== sequence)) {
      return [of(asked, `was told ${sequence} and then ${told.sequence}`)];
    }
    const after = told.outcome === 'refused' && one.sentAt > accepted.answeredAt && !isErased(asked, one);
    return after ? [of(asked, `was accepted and then refused: ${told.code}`)] : [];
  });
}

function isErased({ body }: Asked, { told }: Try): boolean {
  const hasText = typeof body === 'object' && body !== null && ('note' in body || 'message' in body);
  return hasText && told.outcome === 'refused' && told.code === 'notes-erased';
}

function justified(asked: Asked): Finding[] {
  const codes = asked.tries.flatMap(({ told }) =>
    told.outcome === 'unknown' ? [] : [told.outcome === 'refused' ? told.code : 'accepted'],
  );
  const first = codes.find((code) => lasting.has(code));
  const allowed = asked.mustRefuse ?? (first === undefined ? codes : [first]);
  return codes
    .filter((code) => !allowed.includes(code))
    .map((code) => of(asked, `was told ${code} (in all: ${codes.join(', ')}), due was ${allowed.join(' or ')}`));
}

function truthful(asked: Asked, happened: ReadonlySet<string>): Finding[] {
  const told = asked.tries.flatMap((one) => (one.told.outcome === 'accepted' ? one.told.marks : []));
  return [...new Set(told)]
    .filter((mark) => !happened.has(mark))
    .map((mark) => of(asked, `was told of an event that is not so: ${mark}`));
}

function of(asked: Asked, what: string): Finding {
  return wrong(`${asked.caseId} ${asked.key}`, `${nameOf(asked)} ${what}`);
}
