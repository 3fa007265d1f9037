export * from './environment.js';
export * from './health.js';
export * from './heartbeat.js';
export { createLogger, describeError, redact, type Logger } from './logger.js';
export * from './metrics.js';
export { Patience, reasonOf } from './patience.js';
export * from './process-measures.js';
export type { RecentFault } from './recent-faults.js';
export * from './shutdown.js';
