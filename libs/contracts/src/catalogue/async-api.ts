import type { CatalogueAttribute } from '../analysis/catalogue-view.js';
import { streamNames, type StreamName } from '../kernel/codes/index.js';
import { catalogue, type CatalogueEntry, type JsonSchema } from './schemas.js';
import { streams, type StreamTable } from './streams.js';

const contentType = 'application/json';

/** The CloudEvents attributes of a record, as Kafka's headers. */
export const contractAttributes: readonly CatalogueAttribute[] = [
  attribute(
    'ce_specversion',
    'version de CloudEvents : 1.0',
    'versie van CloudEvents: 1.0',
    'version of CloudEvents: 1.0',
  ),
  attribute('ce_id', 'identifiant, unique dans la source', 'kenmerk, uniek in de bron', 'id, unique within the source'),
  attribute('ce_source', 'flux : /relais/cases …', 'stroom: /relais/cases …', 'stream: /relais/cases …'),
  attribute('ce_type', 'type de l’événement', 'type van de gebeurtenis', 'type of the event'),
  attribute(
    'ce_subject',
    'dossier, service ou partie de la plateforme',
    'dossier, dienst of deel van het platform',
    'case, service or part of the platform',
  ),
  attribute('ce_time', 'moment où c’est arrivé (UTC)', 'moment waarop het gebeurde (UTC)', 'when it happened (UTC)'),
  attribute(
    'ce_sequence',
    'rang dans le sujet, à partir de 1, sans trou',
    'rang binnen het onderwerp, vanaf 1, zonder gaten',
    'rank within the subject, from 1 without gap',
  ),
  attribute(
    'ce_dataschema',
    'adresse du JSON Schema de la valeur',
    'adres van het JSON Schema van de waarde',
    'address of the JSON Schema of the value',
  ),
];

function attribute(header: string, fr: string, nl: string, en: string): CatalogueAttribute {
  return { header, meaning: { fr, nl, en } };
}

/** The AsyncAPI 3 description of the topics that others may read, of an installation with this prefix of topics. */
export function asyncApi(prefix = 'relais', table: StreamTable = streams): JsonSchema {
  const entries = catalogue(table);
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
    channels: Object.fromEntries(streamNames.map((stream) => [stream, channelOf(stream, prefix, entries)])),
    operations: Object.fromEntries(
      streamNames.map((stream) => [
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

function channelOf(stream: StreamName, prefix: string, entries: readonly CatalogueEntry[]): JsonSchema {
  const { title, description, partitions } = streams[stream];
  const address = `${prefix}.${stream}.v1`;
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
    summary: meaning.en,
    contentType,
    headers: headersOf(type, stream, subject),
    payload: value,
    bindings: { kafka: { key: subject } },
  };
}

function headersOf(type: string, stream: StreamName, subject: JsonSchema): JsonSchema {
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
      ce_dataschema: {
        type: 'string',
        format: 'uri',
        pattern: `/schemas/${type.replaceAll('.', String.raw`\.`)}$`,
        description: `Where the installation serves the schema of this value: {its address}/schemas/${type}.`,
      },
      'content-type': { type: 'string', const: contentType },
    },
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'],
  };
}
