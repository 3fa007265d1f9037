import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { diskOf } from './disk.js';
import { type HealthChecks, readinessOf } from './health.js';
import { type Logger, recentFaults } from './logger.js';
import type { RecentFault } from './recent-faults.js';
import { programVersion } from './version.js';

/** A dependency as the process finds it, and for how many seconds it has been so. */
export type CheckState = { readonly name: string; readonly fault: string | null; readonly age: number };

/** What a process reports about itself every few seconds; ages in seconds, so that no two clocks are compared. */
export type SignOfLife = {
  readonly processId: string;
  readonly kind: string;
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly uptime: number;
  readonly clock: Date;
  readonly memoryBytes: number;
  readonly ready: boolean;
  readonly checks: readonly CheckState[];
  readonly faults: readonly RecentFault[];
  /** What only this kind of process knows. */
  readonly figures: Readonly<Record<string, unknown>>;
};

/** Where signs of life are kept. */
export type HeartbeatStore = {
  tell(sign: SignOfLife): Promise<void>;
  /** The process stops in good order. */
  leave(processId: string): Promise<void>;
};

type HeartbeatOptions = {
  readonly kind: string;
  /** Where it listens; with the host it tells two copies apart and a restarted one from its predecessor. */
  readonly port: number;
  readonly checks: HealthChecks;
  readonly store: HeartbeatStore;
  readonly logger: Logger;
  /** A folder on the disk that it writes to; where it was started unless told. */
  readonly folder?: string;
  readonly figures?: () => Promise<Readonly<Record<string, unknown>>>;
};

const every = 5_000;
const patienceToLeave = 2_000;

/** Tells that the process lives and how it is; goes on silently while nobody can be told. */
export class Heartbeat {
  private readonly processId = randomUUID();
  private readonly version = programVersion();
  private readonly states = new Map<string, { fault: string | null; since: number }>();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | undefined;
  private unheard = false;
  private stopped = false;

  constructor(private readonly options: HeartbeatOptions) {}

  /** Begins with a first sign of life at once. */
  start(): void {
    this.beating = this.beat().finally(() => {
      if (!this.stopped) {
        this.timer = setTimeout(() => this.start(), every);
        this.timer.unref();
      }
    });
  }

  /** What the process depends on, as it was found last. */
  checks(): CheckState[] {
    const now = performance.now();
    return [...this.states].map(([name, { fault, since }]) => ({ name, fault, age: (now - since) / 1_000 }));
  }

  /** Takes leave; a process that dies of an error leaves its last words instead. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const leaving = async () => {
      await this.beating;
      await (recentFaults.totals().fatal > 0 ? this.beat() : this.options.store.leave(this.processId));
    };
    const late = new Promise<void>((resolve) => setTimeout(resolve, patienceToLeave).unref());
    await Promise.race([leaving().catch(() => undefined), late]);
  }

  private async beat(): Promise<void> {
    const { store, logger } = this.options;
    try {
      await store.tell(await this.sign());
      if (this.unheard) {
        this.unheard = false;
        logger.info('signs of life are heard again');
      }
    } catch (error) {
      if (!this.unheard) {
        this.unheard = true;
        logger.warn({ err: error }, 'signs of life are not heard');
      }
    }
  }

  private async sign(): Promise<SignOfLife> {
    const { kind, port, checks, figures, folder = process.cwd() } = this.options;
    const [readiness, disk] = await Promise.all([readinessOf(checks), diskOf(folder)]);
    for (const [name, answer] of Object.entries(readiness.checks)) {
      this.remember(name, answer === 'ok' ? null : answer);
    }
    return {
      processId: this.processId,
      kind,
      host: os.hostname(),
      port,
      version: this.version,
      uptime: process.uptime(),
      clock: new Date(),
      memoryBytes: process.memoryUsage.rss(),
      ready: readiness.ok && !this.stopped,
      checks: this.checks(),
      faults: recentFaults.list(),
      figures: { ...(await figures?.().catch(() => undefined)), ...(disk !== undefined && { disk }) },
    };
  }

  /** Another wording of the same trouble is not another trouble. */
  private remember(name: string, fault: string | null): void {
    const before = this.states.get(name);
    const same = before !== undefined && (before.fault === null) === (fault === null);
    this.states.set(name, { fault, since: same ? before.since : performance.now() });
  }
}
