import { catalogue, schemaIdOf, type CatalogueEntry, type JsonSchema } from './schemas.js';

const contentType = 'application/json';

const streams = {
  cases: {
    address: 'relais.cases.v1',
    title: 'Cases',
    description:
      'Everything that happened in cases and their referrals. Key: case id; the events of a case are in order.',
    partitions: 6,
    subject: { type: 'string', format: 'uuid', description: 'Case id.' },
  },
  directory: {
    address: 'relais.directory.v1',
    title: 'Directory',
    description: 'What changed in the directory of services. Key: service id.',
    partitions: 1,
    subject: { type: 'string', description: 'Service id.' },
  },
  platform: {
    address: 'relais.platform.v1',
    title: 'Platform',
    description: 'What happened on the platform at large. Key: the part of it, such as `monitoring`.',
    partitions: 1,
    subject: { type: 'string', description: 'Part of the platform.' },
  },
} as const;
type Stream = keyof typeof streams;

/** The AsyncAPI 3 description of the topics that others may read. */
export function asyncApi(): JsonSchema {
  const entries = catalogue();
  return {
    'x-generated': 'Made by `npm run gen` from libs/contracts/src; do not edit.',
    asyncapi: '3.0.0',
    info: {
      title: 'Relais events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in the binary mode of the Kafka binding. The prefix of the topics may differ by installation. Events only grow: a changed meaning is a new type.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: contentType,
    channels: Object.fromEntries(streamNames().map((stream) => [stream, channelOf(stream, entries)])),
    operations: Object.fromEntries(
      streamNames().map((stream) => [
        `publish-${stream}`,
        {
          action: 'send',
          channel: { $ref: `#/channels/${stream}` },
          summary: `Relais tells what happened: ${stream}.`,
        },
      ]),
    ),
    components: { messages: Object.fromEntries(entries.map((entry) => [entry.type, messageOf(entry)])) },
  };
}

function streamNames(): Stream[] {
  return Object.keys(streams) as Stream[];
}

function channelOf(stream: Stream, entries: readonly CatalogueEntry[]): JsonSchema {
  const { address, title, description, partitions } = streams[stream];
  const own = entries.filter((entry) => entry.stream === stream);
  return {
    address,
    title,
    description,
    messages: Object.fromEntries(own.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: { kafka: { topic: address, partitions } },
  };
}

function messageOf({ type, stream, meaning, value }: CatalogueEntry): JsonSchema {
  const { subject } = streams[stream];
  return {
    name: type,
    title: type,
    summary: meaning,
    contentType,
    headers: headersOf(type, stream, subject),
    payload: value,
    bindings: { kafka: { key: subject } },
  };
}

function headersOf(type: string, stream: Stream, subject: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: { type: 'string', description: 'Unique within the source.' },
      ce_source: { type: 'string', const: `/relais/${stream}` },
      ce_type: { type: 'string', const: type },
      ce_subject: subject,
      ce_time: { type: 'string', format: 'date-time' },
      ce_sequence: { type: 'string', description: 'From 1 without gap within a subject.' },
      ce_dataschema: { type: 'string', const: schemaIdOf(type) },
      'content-type': { type: 'string', const: contentType },
    },
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'],
  };
}
