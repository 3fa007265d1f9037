import type { z } from 'zod';
import { caseEvents } from '../case/events.js';
import { directoryEvents } from '../directory/directory.js';
import type { StreamName } from '../kernel/codes/streams.js';
import { monitoringEvents } from '../monitoring/events.js';

/** What the schema of an event must have, whatever its stream. */
export type EventSchema = z.ZodType & {
  readonly shape: { readonly type: { readonly value: string }; readonly by: z.ZodType; readonly data: z.ZodType };
};

/** What a stream is: whose events it carries, in which topic, under which key, and who is told of them live. */
export type StreamEntry = {
  readonly title: string;
  readonly description: string;
  readonly partitions: number;
  /** The subject is the key of a record; an event calls it by this name. */
  readonly subjectField: 'caseId' | 'subject';
  /** The subject as a JSON Schema. */
  readonly subject: Readonly<Record<string, string>>;
  /**
   * Who may be told live that there is something new: whoever takes part in a subject and the coordinators, whoever has a role here, or
   * everybody, since it is public.
   */
  readonly audience: 'parties' | 'members' | 'everybody';
  /** The events of the subjects that publish here, in the order of their definition. */
  readonly events: readonly EventSchema[];
};

/** Streams by name. Tests bring a table of their own, to see that a type which nobody listens to breaks nothing. */
export type StreamTable = Readonly<Record<StreamName, StreamEntry>>;

/** All streams, and all events with them: a subject adds its list here, and an event is added to the list of its subject. */
export const streams = {
  cases: {
    title: 'Cases',
    description:
      'Everything that happened in cases and their referrals. Key: case id; the events of a case are in order.',
    partitions: 6,
    subjectField: 'caseId',
    subject: { type: 'string', format: 'uuid', description: 'Case id.' },
    audience: 'parties',
    events: caseEvents,
  },
  directory: {
    title: 'Directory',
    description: 'What changed in the directory of services. Key: service id.',
    partitions: 1,
    subjectField: 'subject',
    subject: { type: 'string', description: 'Service id.' },
    audience: 'members',
    events: directoryEvents,
  },
  platform: {
    title: 'Platform',
    description: 'What happened on the platform at large. Key: the part of it, such as `monitoring`, or a random id.',
    partitions: 1,
    subjectField: 'subject',
    subject: { type: 'string', description: 'Part of the platform.' },
    audience: 'everybody',
    events: [...monitoringEvents],
  },
} as const satisfies StreamTable;

/** An event of one stream. */
export type EventOf<Name extends StreamName> = z.infer<(typeof streams)[Name]['events'][number]>;

/** An event of the platform at large, whichever subject it is of. */
export type PlatformEvent = EventOf<'platform'>;

/** An event of any stream. */
export type AnyEvent = EventOf<StreamName>;
export type EventType = AnyEvent['type'];

/** An event with where it belongs: `subject` is the id of a case or a service, or a part of the platform. */
export type StreamEvent = {
  [Name in StreamName]: { readonly stream: Name; readonly subject: string; readonly event: EventOf<Name> };
}[StreamName];

/** What somebody does about events, by type; who has nothing to do about a type leaves it out, and passes it over. */
export type ByType<Answer> = { readonly [Type in EventType]?: (event: Extract<AnyEvent, { type: Type }>) => Answer };

/** What one who listens says of an event; undefined when it has nothing to say of the type. */
export function answerTo<Answer>(answers: ByType<Answer>, event: AnyEvent): Answer | undefined {
  const answer = answers[event.type] as ((event: AnyEvent) => Answer) | undefined;
  return answer?.(event);
}

/** Where a type belongs and how it is checked. */
export type TypeEntry = { readonly stream: StreamName; readonly schema: EventSchema };

/** All types of a table. */
export function typesIn(table: StreamTable): ReadonlyMap<string, TypeEntry> {
  return new Map(
    Object.entries(table).flatMap(([stream, { events }]) =>
      events.map((schema) => [schema.shape.type.value, { stream: stream as StreamName, schema }] as const),
    ),
  );
}

/** All types this version knows. */
export const eventTypes = typesIn(streams);

/** The names of the types of a stream. */
export function typesOfStream(stream: StreamName): readonly string[] {
  return streams[stream].events.map(({ shape }) => shape.type.value);
}

/**
 * The stream an event belongs to.
 * @throws when the catalogue has no such type
 */
export function streamOf({ type }: Pick<AnyEvent, 'type'>): StreamName {
  const entry = eventTypes.get(type);
  if (entry === undefined) {
    throw new Error(`the catalogue has no type ${type}`);
  }
  return entry.stream;
}
