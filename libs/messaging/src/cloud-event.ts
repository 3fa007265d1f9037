import { isUtf8 } from 'node:buffer';
import { CaseEvent } from '#contracts/case';
import { upcast, upcasters } from '#contracts/catalogue';
import { PlatformEvent } from '#contracts/monitoring';
import { schemaUrlOf } from '#contracts/catalogue';
import { DirectoryEvent } from '#contracts/directory';
import { streamOf, type AnyEvent, type Fault, type KafkaRecord, type StreamEvent } from './record.js';

const longestDetail = 500;
const contentType = 'application/json';

/** Where an installation is reached that was told nothing else. */
export const standardPublicUrl = 'http://localhost:8400';

/**
 * The record of an event: CloudEvents 1.0 in Kafka's binary mode, value `{"by":…,"data":…}`, key = subject. The public address of
 * the installation is only for those who look up the schema; nobody needs it to read.
 */
export function toRecord(event: AnyEvent, publicUrl: string = standardPublicUrl): KafkaRecord {
  const subject = 'caseId' in event ? event.caseId : event.subject;
  return {
    key: subject,
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: `/relais/${streamOf(event)}`,
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
export function fromRecord(record: KafkaRecord, steps = upcasters): StreamEvent | Fault {
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
  const parsed = parseEvent(newest.type, subject, common);
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

/** Undefined when the data are none of their version: an upcaster that stumbles over them says so by throwing. */
function newestOf(type: string, data: unknown, steps: typeof upcasters): ReturnType<typeof upcast> | undefined {
  try {
    return upcast(type, data, steps);
  } catch {
    return undefined;
  }
}

function parseEvent(type: string, subject: string, common: object): StreamEvent | Fault {
  if (caseTypes.has(type)) {
    const parsed = CaseEvent.safeParse({ ...common, caseId: subject });
    return parsed.success ? { stream: 'cases', subject, event: parsed.data } : faultOf(parsed.error);
  }
  if (directoryTypes.has(type)) {
    const parsed = DirectoryEvent.safeParse({ ...common, subject });
    return parsed.success ? { stream: 'directory', subject, event: parsed.data } : faultOf(parsed.error);
  }
  if (platformTypes.has(type)) {
    const parsed = PlatformEvent.safeParse({ ...common, subject });
    return parsed.success ? { stream: 'platform', subject, event: parsed.data } : faultOf(parsed.error);
  }
  return { reason: 'unknown-type', detail: `the catalogue has no type ${type.slice(0, 100)}` };
}

const caseTypes = typesOf(CaseEvent.options);
const directoryTypes = typesOf(DirectoryEvent.options);
const platformTypes = typesOf(PlatformEvent.options);

function typesOf(options: readonly { shape: { type: { value: string } } }[]): ReadonlySet<string> {
  return new Set(options.map((option) => option.shape.type.value));
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
