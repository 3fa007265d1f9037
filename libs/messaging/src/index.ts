export type { Kafka } from 'kafkajs';
export { createKafka, silent, type Log } from './client.js';
export { fromRecord, standardPublicUrl, toRecord } from './cloud-event.js';
export { ConsumerRunner, type BatchHandler, type Handled, type RecordBatch } from './consumer.js';
export { startConsuming } from './consuming.js';
export { publishDeadLetters, type DeadRecord } from './dead-letters.js';
export { HeldLog, type ReadUpTo } from './held-log.js';
export { applyInHalves, type Attempt, type BatchOf } from './halving.js';
export { lostPlaces, type Losses, type LostPlace } from './logs.js';
export { markOf, type Mark } from './mark.js';
export { EventPublisher, type OutgoingRecord } from './publisher.js';
export * from './record.js';
export {
  deadLetterTopic,
  ensureTopics,
  eventTopics,
  streamOfTopic,
  TopicWatch,
  topicNameOf,
  topicOf,
  type Stream,
  type TopicEnds,
  type TopicName,
} from './topics.js';
