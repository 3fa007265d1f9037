import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import './idle-connections.js';

/** What the messaging library says of itself. */
export type Log = {
  warn(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
};

/** Says nothing. */
export const silent: Log = { warn: () => undefined, info: () => undefined };

/** A client of the brokers (`host:port`). The library's own complaints are logged only as warnings: it retries on its own. */
export function createKafka(brokers: readonly string[], program = 'relais', log: Log = silent): Kafka {
  return new Kafka({
    clientId: program,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 8 },
    logLevel: logLevel.ERROR,
    logCreator: () => (entry) => tell(log, entry),
  });
}

function tell(log: Log, { namespace, log: line }: LogEntry): void {
  const { message, broker, error } = line;
  log.warn({ namespace, broker: String(broker ?? ''), fault: typeof error === 'string' ? error : undefined }, message);
}
