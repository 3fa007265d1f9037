import { randomUUID } from 'node:crypto';
import type { DemoPerson } from '../../../scripts/demo/demonstration.js';
import { personas } from '../../../scripts/demo/personas.js';
import { happens, pickOne, type Random } from '../../../scripts/demo/random.js';
import { opening, someFacts, someNote } from './bodies.js';
import type { CaseInPlay } from './cases.js';
import type { Asked } from './ledger.js';

/** A command that is to be refused; `mustRefuse` is missing where it may happen to be legal. */
export type Illegal = Pick<Asked, 'opens' | 'body' | 'mustRefuse'> & {
  readonly person: DemoPerson;
  readonly caseId?: string;
  readonly key?: string;
};

const actors = personas.filter((one) => one.roles.includes('actor'));
const members = personas.filter((one) => one.roles.includes('member'));
const coordinators = personas.filter((one) => one.roles.includes('coordinator'));

const identifying = [
  'Rappeler au 0475 12 34 56 avant vendredi.',
  'Écrire à jean.dupont@example.be pour la suite.',
  'Compte BE68 5390 0754 7034, à débloquer.',
];

/** What comes before anything that is wrong with a request: that this person may not ask it of the case, or not any more. */
const notAllowed = ['case-not-found', 'not-your-case', 'not-open', 'case-ended'] as const;

const referralTypes = ['accept', 'record-first-contact', 'resume'] as const;

type Maker = (random: Random, one: CaseInPlay) => Illegal;

const makers: readonly Maker[] = [
  // In the wrong state, or of somebody else's referral; now and then it is right.
  (random, { latest }) => ({
    opens: false,
    person: pickOne(random, actors),
    body: {
      type: pickOne(random, referralTypes),
      referralId: latest.referrals.length === 0 ? randomUUID() : pickOne(random, latest.referrals).referralId,
    },
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, members),
    body: happens(random, 0.5)
      ? { type: 'amend-facts', facts: someFacts(random) }
      : { type: 'add-note', note: someNote(random) },
    mustRefuse: ['case-not-found'],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, coordinators),
    body: { type: 'accept', referralId: randomUUID() },
    mustRefuse: ['referral-unknown'],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, actors),
    body: { type: 'refer', serviceIds: ['no-such-service'] },
    mustRefuse: ['service-unknown', ...notAllowed],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, actors),
    body: { type: 'add-note', note: pickOne(random, identifying) },
    mustRefuse: ['identifier-found', 'notes-erased', ...notAllowed],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, actors),
    body: pickOne<unknown>(random, [{ type: 'accept' }, { type: 'vanish' }, [], '{"type": "acc']),
    mustRefuse: ['bad-input'],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, actors),
    caseId: randomUUID(),
    body: { type: 'withdraw-consent' },
    mustRefuse: ['case-not-found'],
  }),
  (random) => ({
    opens: false,
    person: pickOne(random, actors),
    key: 'short',
    body: { type: 'amend-facts', facts: someFacts(random) },
    mustRefuse: ['bad-input'],
  }),
  (random) => {
    const person = pickOne(random, members);
    return { opens: true, person, body: opening(random, person), mustRefuse: ['forbidden'] };
  },
  (random, { latest }) => ({
    opens: false,
    person: pickOne(random, coordinators),
    body: {
      type: 'hold',
      referralId: latest.referrals.length === 0 ? randomUUID() : pickOne(random, latest.referrals).referralId,
      reason: 'awaiting-court',
      until: '2020-01-01T00:00:00.000Z',
    },
    mustRefuse: ['not-your-referral', 'referral-unknown'],
  }),
];

/** A command against one of the rules. */
export function illegalCommand(random: Random, one: CaseInPlay): Illegal {
  return pickOne(random, makers)(random, one);
}
