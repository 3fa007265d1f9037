import type { CaseActivities } from '#workflows';
import type { Process } from '../process.js';
import type { World } from '../world.js';
import type { Command, Job } from './execution.js';
import type { Activity, Run } from './run.js';

/** A worker as the server sees it. */
export type Worker = { readonly process: Process; readonly activities: () => CaseActivities };

/** What a deliberately wrong engine does otherwise. */
export type ActivityBreaks = {
  /** Performs activities in the workflow task too, which may be lost afterwards. */
  readonly localActivities?: boolean;
  /** Asks for an activity once only. */
  readonly repeatsNothing?: boolean;
};

const activityTimeout = 15_000;

/** Activities, performed at least once. */
export class Activities {
  constructor(
    private readonly world: World,
    private readonly worker: Worker,
    private readonly breaks: ActivityBreaks,
    private readonly tell: (run: Run, job: Job) => void,
  ) {}

  /** Asks for an activity, and again until there is an answer. */
  attempt(run: Run, activity: Activity): void {
    const { world, worker } = this;
    if (activity.done || run.status !== 'running' || (this.breaks.repeatsNothing && activity.attempt > 0)) {
      return;
    }
    const attempt = ++activity.attempt;
    const isCurrent = () => activity.attempt === attempt && !activity.done;
    world.after(activityTimeout, () => void (isCurrent() && this.attempt(run, activity)));
    world.after(world.latency(), () => {
      if (!isCurrent() || !worker.process.isUp || run.status !== 'running') {
        return;
      }
      perform(worker.activities(), activity).then(
        async (result) => {
          await worker.process
            .reach(`the result of ${activity.name}`, () => {
              if (isCurrent() && run.status === 'running') {
                activity.done = true;
                this.tell(run, { activity: activity.number, result });
              }
            })
            .catch(() => undefined);
        },
        () => world.after(200 + world.latency(), () => void (isCurrent() && this.attempt(run, activity))),
      );
    });
  }

  /** What a local activity would do. */
  performAtOnce(commands: readonly Command[]): void {
    if (!this.breaks.localActivities) {
      return;
    }
    for (const { kind, carried } of commands) {
      if (kind === 'schedule-activity') {
        perform(this.worker.activities(), carried as Asked).catch(() => undefined);
      }
    }
  }
}

type Asked = Pick<Activity, 'name' | 'given'>;

function perform(activities: CaseActivities, { name, given }: Asked): Promise<unknown> {
  return name === 'publishEvents'
    ? activities.publishEvents(given as Parameters<CaseActivities['publishEvents']>[0])
    : activities.eraseNotes(given as string);
}
