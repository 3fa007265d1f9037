import type { Heartbeat } from './heartbeat.js';
import { recentFaults } from './logger.js';
import { Counter, Gauge, type Registry } from './metrics.js';
import { programVersion } from './version.js';

/** Makes the measures that every process has: what it is, what it reaches, and how often it complained. */
export function registerProcessMeasures(registry: Registry, kind: string, heartbeat: Pick<Heartbeat, 'checks'>): void {
  const registers = [registry];
  new Gauge({
    name: 'relais_process_info',
    help: 'Always 1; the labels say which program runs in which version.',
    labelNames: ['kind', 'version'],
    registers,
  }).set({ kind, version: programVersion() }, 1);
  const up = new Gauge({
    name: 'relais_dependency_up',
    help: 'Whether what the process depends on served a few seconds ago.',
    labelNames: ['dependency'],
    registers,
    collect() {
      for (const { name, fault } of heartbeat.checks()) {
        up.set({ dependency: name }, fault === null ? 1 : 0);
      }
    },
  });
  const faults = new Counter({
    name: 'relais_log_faults_total',
    help: 'Warnings and errors the process logged.',
    labelNames: ['level'],
    registers,
    collect() {
      faults.reset();
      for (const [level, count] of Object.entries(recentFaults.totals())) {
        faults.inc({ level }, count);
      }
    },
  });
}
