import type { Registry } from 'prom-client';
import { type HealthChecks, startHealthServer } from './health.js';
import { Heartbeat, type HeartbeatStore } from './heartbeat.js';
import type { Logger } from './logger.js';
import { registerProcessMeasures } from './process-measures.js';
import { onShutdown } from './shutdown.js';

type Presence = {
  readonly kind: string;
  readonly host: string;
  readonly port: number;
  readonly checks: HealthChecks;
  readonly registry: Registry;
  readonly store: HeartbeatStore;
  readonly logger: Logger;
  readonly figures?: () => Promise<Readonly<Record<string, unknown>>>;
};

/** Lets others see how a process without an API is, from now until it ends: health and measures when asked, signs of life unasked. */
export async function showPresence({ host, port, registry, ...signs }: Presence): Promise<void> {
  const { kind, checks, logger } = signs;
  const health = await startHealthServer({ host, port, checks, registry });
  onShutdown(() => health.stop());
  logger.info({ port: health.port }, 'health is served');
  const heartbeat = new Heartbeat({ ...signs, port: health.port });
  onShutdown(() => heartbeat.stop());
  registerProcessMeasures(registry, kind, heartbeat);
  heartbeat.start();
}
