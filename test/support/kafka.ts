import { randomUUID } from 'node:crypto';

/** The brokers of the test run. */
export function testBrokers(): string[] {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (brokers === undefined) {
    throw new Error('TEST_KAFKA_BROKERS is missing: run this test with `npm test`');
  }
  return brokers.split(',');
}

/** A prefix of topics that no other test uses. */
export function testTopicPrefix(): string {
  return `test-${randomUUID().slice(0, 8)}`;
}
