import { z } from 'zod';
import { eventColumnNames, type EventColumn } from './codes/index.js';
import { streamNames } from '../kernel/codes/index.js';
import { Difficulty, Municipality, Profession } from '../kernel/vocabulary.js';
import { Cursor, Instant } from '../kernel/ids.js';
import { inWords, written } from '../kernel/written.js';
import { mostConditions, parseCondition, parsePath } from './condition.js';

export const Stream = z.enum(streamNames);
export type Stream = z.infer<typeof Stream>;

/** A comma-separated list of a query. */
function listOf<Item extends string>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .max(2_000)
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .pipe(z.array(item).max(40));
}

/** A condition in words, `$.outcome = helped`; see `parseCondition`. */
export const ConditionText = z
  .string()
  .max(500)
  .refine(
    (text) => parseCondition(text) !== undefined,
    inWords({
      fr: 'écrivez une condition comme « $.to.profession = psychologist » ou « sender = accountant » : un chemin ou une colonne, puis =, !=, ~ (contient), <, <=, > ou >= et une valeur, ou exists',
      nl: 'schrijf een voorwaarde zoals “$.to.profession = psychologist” of “sender = accountant”: een pad of een kolom, dan =, !=, ~ (bevat), <, <=, > of >= en een waarde, of exists',
      en: 'write a condition such as “$.to.profession = psychologist” or “sender = accountant”: a path or a column, then =, !=, ~ (contains), <, <=, > or >= and a value, or exists',
    }),
  );

const conditions = z
  .union([ConditionText.transform((one) => [one]), z.array(ConditionText).max(mostConditions)])
  .meta({ description: `Repeated, at most ${mostConditions}` });

/** Which events; all conditions must hold. In an address lists are joined by commas, `where` is repeated. */
export const EventFilter = z
  .object({
    stream: Stream.optional(),
    type: listOf(
      written(/^[a-z0-9.-]{1,100}$/, {
        fr: 'écrivez des types comme relais.case.opened.v1, séparés par des virgules',
        nl: 'schrijf types zoals relais.case.opened.v1, gescheiden door komma’s',
        en: 'write types such as relais.case.opened.v1, joined by commas',
      }),
    ).optional(),
    /** First and last moment, both inclusive. */
    from: Instant.optional(),
    until: Instant.optional(),
    /** A case code, its beginning (3 characters or more), or a case id; also the subject of another stream. */
    case: z.string().trim().min(3).max(60).optional(),
    profession: listOf(Profession).optional(),
    /** Main difficulty. */
    difficulty: listOf(Difficulty).optional(),
    municipality: listOf(Municipality).optional(),
    where: conditions.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || Date.parse(from) <= Date.parse(until), {
    path: ['until'],
    ...inWords({
      fr: 'le dernier moment (until) précède le premier (from) ; échangez-les',
      nl: 'het laatste moment (until) komt voor het eerste (from); wissel ze om',
      en: 'the last moment (until) is before the first (from); exchange them',
    }),
  });
export type EventFilter = z.infer<typeof EventFilter>;

/** `GET /api/v1/analysis/events`: newest first. `after` is the cursor of the page before. */
export const EventQuery = EventFilter.safeExtend({
  after: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type EventQuery = z.infer<typeof EventQuery>;

/** An event as analysts see it: coded, without persons and notes. Facts are those of its moment, null where the event has none. */
export const AnalysisEvent = z.object({
  position: z.number().int(),
  stream: Stream,
  type: z.string(),
  subject: z.string(),
  code: z.string().nullable(),
  sequence: z.number().int(),
  event_id: z.string(),
  time: Instant,
  by_kind: z.string(),
  by_organisation: z.string().nullable(),
  by_service: z.string().nullable(),
  municipality: z.string().nullable(),
  sector: z.string().nullable(),
  legal_form: z.string().nullable(),
  size_band: z.string().nullable(),
  age_band: z.string().nullable(),
  stage: z.string().nullable(),
  channel: z.string().nullable(),
  urgency: z.string().nullable(),
  languages: z.array(z.string()).nullable(),
  difficulty: z.string().nullable(),
  difficulties: z.array(z.string()).nullable(),
  referral_id: z.string().nullable(),
  sender: z.string().nullable(),
  profession: z.string().nullable(),
  organisation: z.string().nullable(),
  service: z.string().nullable(),
  hop: z.number().int().nullable(),
  reason: z.string().nullable(),
  choice: z.string().nullable(),
  outcome: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
} satisfies Record<EventColumn, z.ZodType>);
export type AnalysisEvent = z.infer<typeof AnalysisEvent>;

export const EventPage = z.object({
  events: z.array(AnalysisEvent),
  /** Cursor of the next page; null on the last. */
  next: z.string().nullable(),
});
export type EventPage = z.infer<typeof EventPage>;

/** `GET /api/v1/analysis/events/count`. */
export const EventCount = z.object({ count: z.number().int() });
export type EventCount = z.infer<typeof EventCount>;

/** `GET /api/v1/analysis/events/{stream}/{subject}/{sequence}`: one event, and all of its subject in order, at most 500 around it. */
export const EventDetail = z.object({
  event: AnalysisEvent,
  neighbours: z.array(
    z.object({ sequence: z.number().int(), type: z.string(), time: Instant, profession: z.string().nullable() }),
  ),
  /** Where the JSON Schema of its type is. */
  schema: z.string(),
});
export type EventDetail = z.infer<typeof EventDetail>;

/** `GET /api/v1/analysis/freshness`: how far everything is behind what happened. */
export const Freshness = z.object({
  /** The event that came into the archive last, imported history aside. */
  newest: z.object({ type: z.string(), time: Instant, arrivedAt: Instant }).nullable(),
  /** Events of Kafka that the projection, and the archive, have not taken in yet; null when it is unknown. */
  projectionLag: z.number().int().nullable(),
  archiveLag: z.number().int().nullable(),
  /** Up to when Parquet files hold all that came in, and the number of events that are in none yet. */
  filedUntil: Instant.nullable(),
  unfiled: z.number().int(),
  events: z.number().int(),
});
export type Freshness = z.infer<typeof Freshness>;

/** `GET /api/v1/analysis/events/tail`: `after` is the position after which it begins, now when missing; the header Last-Event-ID wins. */
export const TailQuery = EventFilter.safeExtend({
  after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
});
export type TailQuery = z.infer<typeof TailQuery>;

/** A message of the tail (server-sent events): the SSE id is the position to resume from. */
export const TailMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('event'), data: AnalysisEvent }),
  /** More came than is sent: `skipped` events were left out. */
  z.object({ event: z.literal('skipped'), data: z.object({ skipped: z.number().int() }) }),
]);
export type TailMessage = z.infer<typeof TailMessage>;

/** A column of a listing or an export: a column of events, or a path into its data such as `$.to.profession`. */
export const ShownColumn = z
  .string()
  .max(300)
  .refine(
    (text) => (eventColumnNames as readonly string[]).includes(text) || parsePath(text) !== undefined,
    inWords({
      fr: 'une colonne des événements, ou un chemin comme $.to.profession',
      nl: 'een kolom van de gebeurtenissen, of een pad zoals $.to.profession',
      en: 'a column of events, or a path such as $.to.profession',
    }),
  );
export type ShownColumn = z.infer<typeof ShownColumn>;
