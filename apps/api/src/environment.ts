import { z } from 'zod';
import { environmentShapes } from '#runtime';

/** What the API needs to know of its surroundings. */
export const ApiEnvironment = z
  .object({
    ...environmentShapes.api,
    ...environmentShapes.archive,
    ...environmentShapes.database,
    ...environmentShapes.temporal,
    ...environmentShapes.notes,
    ...environmentShapes.publicAddress,
    TOPIC_PREFIX: environmentShapes.kafka.TOPIC_PREFIX,
  })
  .refine((one) => one.SIGN_IN !== 'development' || one.NODE_ENV !== 'production', {
    path: ['SIGN_IN'],
    message: 'development personas are not for production; set SIGN_IN=none or leave NODE_ENV=production out',
  });
export type ApiEnvironment = z.infer<typeof ApiEnvironment>;
