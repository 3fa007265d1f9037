import type { ColumnType, EventColumn, eventColumns } from '#contracts/analysis/codes';
import type { StreamEvent } from '#contracts/catalogue';
import type { Origin } from '#contracts/kernel';
import { caseCodeOf } from '../case/code.js';
import type { ArchiveContext, FactColumns, ReferralColumns } from './context.js';

/** An event with the stream and the subject it belongs to. */
export type SubjectEvent = StreamEvent;

type Values = { integer: number; text: string; time: string; 'text-list': readonly string[]; json: object };
type ValueOf<Type extends ColumnType> = Values[Type];

/** Columns that every event has. */
type Always = 'stream' | 'type' | 'subject' | 'sequence' | 'event_id' | 'time' | 'by_kind' | 'data';

/** All columns of an event but its position, which it gets when it is stored; null where an event has none. */
export type ArchivedEvent = {
  readonly [Name in Exclude<EventColumn, 'position'>]:
    ValueOf<(typeof eventColumns)[Name]['type']> | (Name extends Always ? never : null);
};

const noFacts = {
  municipality: null,
  sector: null,
  legal_form: null,
  size_band: null,
  age_band: null,
  stage: null,
  channel: null,
  urgency: null,
  languages: null,
  difficulty: null,
  difficulties: null,
} as const satisfies Record<keyof FactColumns, null>;

const noReferral = {
  sender: null,
  profession: null,
  organisation: null,
  service: null,
  hop: null,
} as const satisfies Record<keyof ReferralColumns, null>;

/**
 * An event as analysts see it. `context` is that of its case after it; `strip` takes persons and notes out of its data.
 */
export function archivedOf(
  { stream, subject, event }: SubjectEvent,
  context: ArchiveContext,
  strip: <Data extends object>(data: Data) => Data,
): ArchivedEvent {
  const { data } = event;
  const referralId = 'referralId' in data ? data.referralId : null;
  return {
    stream,
    type: event.type,
    subject,
    code: stream === 'cases' ? caseCodeOf(subject) : null,
    sequence: event.sequence,
    event_id: event.id,
    time: event.time,
    ...originOf(event.by),
    ...(context.facts?.columns ?? noFacts),
    referral_id: referralId,
    ...((referralId === null ? undefined : context.referrals?.[referralId]) ?? noReferral),
    reason: 'reason' in data ? data.reason : null,
    choice: 'choice' in data ? data.choice : null,
    outcome: 'outcome' in data ? data.outcome : null,
    data: strip(data),
  };
}

function originOf(by: Origin): Pick<ArchivedEvent, 'by_kind' | 'by_organisation' | 'by_service'> {
  switch (by.kind) {
    case 'person':
      return { by_kind: by.kind, by_organisation: by.organisationId, by_service: by.serviceId };
    case 'unaffiliated':
    case 'entrepreneur':
    case 'link':
    case 'clock':
    case 'import':
      return { by_kind: by.kind, by_organisation: null, by_service: null };
    default:
      return by satisfies never;
  }
}
