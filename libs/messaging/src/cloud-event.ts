import { isUtf8 } from 'node:buffer';
import {
  eventTypes,
  schemaUrlOf,
  streamOf,
  streams,
  type AnyEvent,
  type StreamEvent,
  type TypeEntry,
  upcast,
  upcasters,
} from '#contracts/catalogue';
import type { StreamName } from '#contracts/kernel/codes';
import type { Fault, KafkaRecord } from './record.js';

const longestDetail = 500;
const contentType = 'application/json';

/** Where an installation is reached that was told nothing else. */
export const standardPublicUrl = 'http://localhost:8400';

/**
 * The record of an event: CloudEvents 1.0 in Kafka's binary mode, value `{"by":…,"data":…}`, key = subject. The public address of
 * the installation is only for those who look up the schema; nobody needs it to read.
 */
export function toRecord(
  event: AnyEvent,
  publicUrl: string = standardPublicUrl,
  stream: StreamName = streamOf(event),
): KafkaRecord {
  const subject = 'caseId' in event ? event.caseId : event.subject;
  return {
    key: subject,
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: `/relais/${stream}`,
      ce_type: event.type,
      ce_subject: subject,
      ce_time: event.time,
      ce_sequence: String(event.sequence),
      ce_dataschema: schemaUrlOf(publicUrl, event.type),
      'content-type': contentType,
    },
    value: Buffer.from(JSON.stringify({ by: event.by, data: event.data })),
  };
}

/** The event of a record in its newest version, checked with the catalogue, or what is wrong with it. */
export function fromRecord(record: KafkaRecord, steps = upcasters, types = eventTypes): StreamEvent | Fault {
  const { headers } = record;
  const written = headers['ce_type'];
  if (headers['ce_specversion'] !== '1.0' || written === undefined) {
    return {
      reason: 'unparsable',
      detail: 'not a CloudEvent 1.0 in binary mode: ce_specversion or ce_type is missing',
    };
  }
  const value = parseValue(record.value);
  if (typeof value === 'string') {
    return { reason: 'unparsable', detail: value };
  }
  const newest = newestOf(written, value.data, steps);
  if (newest === undefined) {
    return { reason: 'schema', detail: `${written.slice(0, 100)} cannot be made into its newest version` };
  }
  const common = {
    id: headers['ce_id'],
    sequence: Number(headers['ce_sequence']),
    time: headers['ce_time'],
    by: value.by,
    ...newest,
  };
  const subject = headers['ce_subject'] ?? '';
  const parsed = parseEvent(newest.type, subject, common, types);
  if (!('event' in parsed)) {
    return parsed;
  }
  if (record.key !== subject) {
    return { reason: 'schema', detail: `the key is ${record.key ?? 'missing'} and the subject is ${subject}` };
  }
  if (parsed.stream === 'cases' && parsed.event.id !== `${subject.toLowerCase()}:${parsed.event.sequence}`) {
    return { reason: 'schema', detail: 'the id is not the case id in lower case and the sequence' };
  }
  return parsed;
}

/** Undefined when the data do not match their version: an upcaster that cannot handle them throws. */
function newestOf(type: string, data: unknown, steps: typeof upcasters): ReturnType<typeof upcast> | undefined {
  try {
    return upcast(type, data, steps);
  } catch {
    return undefined;
  }
}

function parseEvent(
  type: string,
  subject: string,
  common: object,
  types: ReadonlyMap<string, TypeEntry>,
): StreamEvent | Fault {
  const entry = types.get(type);
  if (entry === undefined) {
    return { reason: 'unknown-type', detail: `the catalogue has no type ${type.slice(0, 100)}` };
  }
  const { stream, schema } = entry;
  const parsed = schema.safeParse({ ...common, [streams[stream].subjectField]: subject });
  // The table says which events a stream carries; the schema of a type gives nothing else.
  return parsed.success ? ({ stream, subject, event: parsed.data } as StreamEvent) : faultOf(parsed.error);
}

type Fields = { readonly by: unknown; readonly data: unknown };

/** The two fields of a value, or a sentence that says why it cannot be read. */
function parseValue(value: Buffer | null): Fields | string {
  if (value === null) {
    return 'the value is empty';
  }
  if (!isUtf8(value)) {
    return 'the value is not UTF-8';
  }
  try {
    const parsed: unknown = JSON.parse(value.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && 'by' in parsed && 'data' in parsed
      ? { by: parsed.by, data: parsed.data }
      : 'the value is no object with by and data';
  } catch {
    // The parser's own message repeats a piece of the text.
    return 'the value is no JSON';
  }
}

/** Names where a value breaks the schema and how; never the value, which may be what must not be repeated. */
function faultOf(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Fault {
  const places = error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  return { reason: 'schema', detail: places.join('; ').slice(0, longestDetail) };
}
