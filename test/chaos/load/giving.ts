import { setTimeout as delay } from 'node:timers/promises';
import { CommandAnswer, type CaseView } from '#contracts/case';
import { marksOf } from '#workflows';
import type { Book } from './book.js';
import type { Caller, Reply } from './caller.js';
import type { Asked, Told } from './ledger.js';

/** As the web application repeats a command whose answer got lost. */
const triesInARow = 3;
const firstPause = 500;
const marksKept = 6;

/** Answers that leave open what happened, or promise nothing. */
const leavesOpen = new Set([401, 408, 429, 500, 502, 503, 504]);

/** How commands are sent. */
export type Sending = {
  readonly book: Book;
  readonly signal: AbortSignal;
  /** An API, another one with every call. */
  readonly nextApi: () => string;
  /** Waits until one more command may be sent. */
  readonly pace: () => Promise<void>;
};

type Answered = { readonly told: Told; readonly view?: CaseView };

/** Sends a command, under the same key again while there is no answer; at last it stays unknown. */
export async function give(sending: Sending, caller: Caller, asked: Asked): Promise<Answered> {
  for (let count = 1; ; count++) {
    const answered = await sendOnce(sending, caller, asked, false);
    if (answered.told.outcome !== 'unknown' || count >= triesInARow || sending.signal.aborted) {
      return answered;
    }
    await delay(firstPause * 2 ** (count - 1) * (0.75 + Math.random() / 2));
  }
}

/** Sends a command once and writes down what came of it. */
export async function sendOnce(
  { book, nextApi, pace }: Sending,
  caller: Caller,
  asked: Asked,
  settling: boolean,
): Promise<Answered> {
  await pace();
  const apiUrl = nextApi();
  book.send();
  const sentAt = Date.now();
  const { key, body } = asked;
  const again = asked.tries.some(({ told }) => told.outcome === 'unknown');
  const path = asked.opens ? '/cases' : `/cases/${asked.caseId}/commands`;
  const answered = answeredBy(await caller.ask(apiUrl, { method: 'POST', path, body, key, again }));
  if (answered.view !== undefined) {
    book.saw(asked.personId, answered.view);
  }
  book.note(asked, { apiUrl, sentAt, answeredAt: Date.now(), settling, told: answered.told });
  return answered;
}

function answeredBy(reply: Reply): Answered {
  if ('lost' in reply) {
    return { told: { outcome: 'unknown', why: reply.lost } };
  }
  const { status, body, code } = reply;
  if (status === 200 || status === 201) {
    const answer = CommandAnswer.parse(body);
    const marks = marksOf(answer.case.timeline.slice(-marksKept));
    const { caseId, sequence } = answer;
    return { told: { outcome: 'accepted', caseId, sequence, marks }, view: answer.case };
  }
  return leavesOpen.has(status)
    ? { told: { outcome: 'unknown', why: `${status} ${code}` } }
    : { told: { outcome: 'refused', status, code } };
}
