import type { CaseRequestInput, CommandAnswer } from '#contracts/case';
import { consent, facts } from '../../support/builders.js';
import { send, type Caller } from './http-caller.js';
import type { Journey } from './rotation.js';

/** Those who act on the cases of the benchmark. */
export type People = { readonly lead: Caller; readonly accountant: Caller; readonly mediator: Caller };

/** Told of every answer. */
export type OnAnswer = (answer: CommandAnswer) => void;

type Step = { readonly by: keyof People; readonly request: (first: string, second: string) => CaseRequestInput };

const day = 86_400_000;
const note = 'Rendez-vous pris, les chiffres du trimestre suivent.';

const first = (by: keyof People, command: (referralId: string) => CaseRequestInput): Step => ({
  by,
  request: (referralId) => command(referralId),
});
const second = (by: keyof People, command: (referralId: string) => CaseRequestInput): Step => ({
  by,
  request: (_, referralId) => command(referralId),
});

/** What happens after the opening and the two referrals. */
const steps: readonly Step[] = [
  first('accountant', (referralId) => ({ type: 'accept', referralId })),
  second('mediator', (referralId) => ({ type: 'accept', referralId })),
  first('accountant', (referralId) => ({ type: 'record-first-contact', referralId })),
  second('mediator', (referralId) => ({ type: 'record-first-contact', referralId })),
  first('accountant', (referralId) => ({ type: 'record-progress', referralId, step: 'negotiation' })),
  second('mediator', (referralId) => ({ type: 'record-progress', referralId, step: 'negotiation', note })),
  first('accountant', (referralId) => ({ type: 'record-progress', referralId, step: 'negotiation' })),
  second('mediator', (referralId) => ({
    type: 'hold',
    referralId,
    reason: 'awaiting-documents',
    until: new Date(Date.now() + 7 * day).toISOString(),
  })),
  second('mediator', (referralId) => ({ type: 'resume', referralId })),
  first('accountant', (referralId) => ({ type: 'close-referral', referralId, outcome: 'helped' })),
  second('mediator', (referralId) => ({ type: 'record-progress', referralId, step: 'negotiation' })),
  second('mediator', (referralId) => ({ type: 'close-referral', referralId, outcome: 'helped' })),
  { by: 'lead', request: () => ({ type: 'add-note', note }) },
  { by: 'lead', request: () => ({ type: 'close-case', outcome: 'recovered' }) },
];

/** Commands of one journey. */
export const journeyLength = steps.length + 2;

/** The life of a case: opened, referred to two services that accept, help, pause and close, then closed itself. */
export function caseJourney(people: People, onAnswer: OnAnswer = () => undefined): Journey {
  let caseId = '';
  let referrals: readonly string[] = [];
  let given = 0;
  const give = async (by: Caller, path: string, body: unknown) => {
    const answer = await send(by, path, body);
    onAnswer(answer);
    return answer;
  };
  return {
    next: async () => {
      const index = given++ - 2;
      if (index === -2) {
        caseId = (await give(people.lead, '/cases', { facts: facts(), consent: consent() })).caseId;
        return true;
      }
      const path = `/cases/${caseId}/commands`;
      if (index === -1) {
        const answer = await give(people.lead, path, referral);
        referrals = referral.serviceIds.flatMap((serviceId) =>
          answer.case.referrals.filter((one) => one.to.serviceId === serviceId).map((one) => one.referralId),
        );
        return true;
      }
      const step = steps[index];
      const [one, other] = referrals;
      if (step === undefined || one === undefined || other === undefined) {
        throw new Error('the journey has no such step');
      }
      await give(people[step.by], path, step.request(one, other));
      return index < steps.length - 1;
    },
  };
}

const referral = {
  type: 'refer',
  serviceIds: ['itaa-accountants', 'bemediation-mediation'],
  message: note,
} satisfies CaseRequestInput;
