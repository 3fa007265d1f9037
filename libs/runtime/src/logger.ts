import pino from 'pino';
import { inSources } from './places.js';
import { RecentFaults } from './recent-faults.js';

/** Fields whose value never reaches a log, at whatever depth: credentials and what people wrote. */
const secretFields = new Set([
  'cookie',
  'set-cookie',
  'authorization',
  'note',
  'text',
  'message',
  'name',
  'password',
  'token',
]);
const censored = '[redacted]';
const deepest = 6;

export type Logger = pino.Logger;

/** A copy without the values of secret fields; errors stay as they are, their serializer picks what is said of them. */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Error || value instanceof Date) {
    return value;
  }
  if (depth >= deepest) {
    return '[deep]';
  }
  if (Array.isArray(value)) {
    return value.map((item) => redact(item, depth + 1));
  }
  if (Buffer.isBuffer(value)) {
    return `[${value.length} bytes]`;
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      secretFields.has(field.toLowerCase()) ? censored : redact(inner, depth + 1),
    ]),
  );
}

/** What a log tells of an error. Drivers hang queries with their parameters on errors, so no other property is copied. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error) };
  }
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    stack: error.stack === undefined ? undefined : inSources(error.stack),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Warnings and errors of this process, whoever logged them. */
export const recentFaults = new RecentFaults();

/** What waits in memory while nothing can be written; lines beyond it are dropped. */
const mostWaiting = 1_000_000;
const standardOutput = 1;

/**
 * Where lines of a log go, whole and at once. A full disk takes none for a while; that must not fail whatever is being logged, let
 * alone the end of a process that logs why it ends.
 * @param to a file that is open
 */
export function outputTo(to: number): ReturnType<typeof pino.destination> {
  const output = pino.destination({ dest: to, sync: true, maxLength: mostWaiting });
  output.on('error', () => undefined);
  return output;
}

let output: pino.DestinationStream | undefined;

/** A JSON logger on standard output; `process` names the program in every line, the level comes from LOG_LEVEL. */
export function createLogger(program: string, destination?: pino.DestinationStream): Logger {
  const level = process.env['LOG_LEVEL'];
  const options: pino.LoggerOptions = {
    level: level !== undefined && (level === 'silent' || level in pino.levels.values) ? level : 'info',
    base: { process: program, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError },
    formatters: {
      level: (label) => ({ level: label }),
      log: (line) => redact(line) as Record<string, unknown>,
    },
    hooks: {
      streamWrite: (line) => {
        recentFaults.note(line);
        return line;
      },
    },
  };
  return pino(options, destination ?? (output ??= outputTo(standardOutput)));
}
