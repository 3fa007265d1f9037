import type { Logger } from '#runtime';
import type { WorkerEnvironment } from './environment.js';

/** What the worker is told by its process. */
export class WorkerSettings {
  constructor(
    readonly environment: WorkerEnvironment,
    readonly logger: Logger,
    /** File that `npm run build` made of the workflows. */
    readonly bundlePath: string,
  ) {}
}
