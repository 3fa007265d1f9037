import type { RunningRepository } from '#persistence/operations';
import { Gauge, type Registry } from '#runtime';
import type { QueueWatch } from '#temporal';

/** Makes the measures of what waits in Temporal and of the running processes; they are read when somebody asks for them. */
export function registerOperationsMeasures(
  registry: Registry,
  sources: { readonly queue: Pick<QueueWatch, 'read'>; readonly running: Pick<RunningRepository, 'findProcesses'> },
): void {
  const gauge = (name: string, help: string, labelNames: string[], collect: (own: Gauge) => Promise<void>) => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      // What cannot be asked is not told, rather than told as it was.
      collect: () => {
        made.reset();
        return collect(made).catch(() => undefined);
      },
    });
  };
  const ofTasks = (name: string, help: string, figure: 'backlog' | 'backlogAge' | 'pollers') =>
    gauge(name, help, ['kind'], async (own) => {
      (await sources.queue.read()).tasks.forEach((tasks) => own.set({ kind: tasks.kind }, tasks[figure]));
    });
  ofTasks('relais_temporal_backlog_tasks', 'Tasks that wait for a worker.', 'backlog');
  ofTasks('relais_temporal_backlog_age_seconds', 'Age of the oldest task that waits for a worker.', 'backlogAge');
  ofTasks('relais_temporal_pollers', 'Pollers of workers that ask for tasks.', 'pollers');
  gauge('relais_temporal_open_cases', 'Running case workflows.', ['status'], async (own) => {
    (await sources.queue.read()).openCases.forEach(({ status, count }) => own.set({ status }, count));
  });
  gauge('relais_temporal_failing_cases', 'Case workflows whose task fails again and again.', [], async (own) => {
    const { failing } = await sources.queue.read();
    if (failing !== null) {
      own.set(failing);
    }
  });
  gauge('relais_processes', 'Processes that told of themselves lately.', ['kind', 'state'], async (own) => {
    for (const { kind, state, replaced } of await sources.running.findProcesses()) {
      own.inc({ kind, state: replaced ? 'replaced' : state });
    }
  });
}
