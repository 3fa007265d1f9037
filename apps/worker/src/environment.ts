import { z } from 'zod';
import { environmentShapes } from '#runtime';

/** What the worker needs to know of its surroundings. */
export const WorkerEnvironment = z.object({
  ...environmentShapes.worker,
  ...environmentShapes.database,
  ...environmentShapes.kafka,
  ...environmentShapes.publicAddress,
  ...environmentShapes.temporal,
  ...environmentShapes.notes,
  ...environmentShapes.disclosure,
});
export type WorkerEnvironment = z.infer<typeof WorkerEnvironment>;
