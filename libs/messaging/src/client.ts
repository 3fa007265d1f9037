import net from 'node:net';
import tls from 'node:tls';
import { Kafka, logLevel, type ISocketFactory, type LogEntry } from 'kafkajs';
import { letIdleConnectionsRest } from './idle-connections.js';

/** What the messaging library says of itself. */
export type Log = {
  warn(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
};

/** Says nothing. */
export const silent: Log = { warn: () => undefined, info: () => undefined };

/** How often each client has connected to a broker. */
const connections = new WeakMap<Kafka, () => number>();

/**
 * Grows with each connection that the client makes. As long as it stays, whoever answers is who answered before: a broker that was
 * started again, perhaps with other data, is reached by another connection.
 */
export function connectionsOf(kafka: Kafka): number {
  return connections.get(kafka)?.() ?? 0;
}

const keepAliveAfter = 60_000;

/** A client of the brokers (`host:port`). The library's own complaints are logged only as warnings: it retries on its own. */
export function createKafka(brokers: readonly string[], program = 'relais', log: Log = silent): Kafka {
  letIdleConnectionsRest();
  let count = 0;
  const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    count += 1;
    // As kafkajs does it.
    const named = net.isIP(host) === 0 ? { servername: host } : {};
    const socket = ssl
      ? tls.connect({ host, port, ...named, ...ssl }, onConnect)
      : net.connect({ host, port }, onConnect);
    return socket.setKeepAlive(true, keepAliveAfter);
  };
  const kafka = new Kafka({
    clientId: program,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // Who comes back after a minute away is tried again within a second.
    retry: { initialRetryTime: 200, maxRetryTime: 1_000, retries: 8 },
    logLevel: logLevel.ERROR,
    logCreator: () => (entry) => tell(log, entry),
    socketFactory,
  });
  connections.set(kafka, () => count);
  return kafka;
}

function tell(log: Log, { namespace, log: line }: LogEntry): void {
  const { message, broker, error } = line;
  log.warn({ namespace, broker: String(broker ?? ''), fault: typeof error === 'string' ? error : undefined }, message);
}
