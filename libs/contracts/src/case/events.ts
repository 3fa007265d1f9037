import { z } from 'zod';
import { eventsOfCases } from './events/of-cases.js';
import { eventsOfWaits } from './events/of-waits.js';
import { eventsOfReferrals } from './events/of-referrals.js';

export { PastReferral } from './events/past-referral.js';

/** The catalogue of case events: topic `relais.cases.v1`, key = case id. Events only grow; a changed meaning is a new version. */
export const caseEvents = [...eventsOfCases, ...eventsOfWaits, ...eventsOfReferrals] as const;

/** Any event of a case. */
export const CaseEvent = z.discriminatedUnion('type', caseEvents);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];

/** The event of one type. */
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
