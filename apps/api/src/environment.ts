import { isIP } from 'node:net';
import { z } from 'zod';
import { environmentShapes } from '#runtime';

/** Whether only programs of this machine reach what listens there. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** What the API needs to know of its surroundings. */
export const ApiEnvironment = z
  .object({
    ...environmentShapes.api,
    ...environmentShapes.database,
    ...environmentShapes.temporal,
    ...environmentShapes.notes,
    ...environmentShapes.archive,
    ...environmentShapes.publicAddress,
    TOPIC_PREFIX: environmentShapes.kafka.TOPIC_PREFIX,
  })
  .refine((one) => !one.SIGN_IN.includes('development') || one.NODE_ENV !== 'production', {
    path: ['SIGN_IN'],
    message: 'development personas are not for production; set SIGN_IN=oidc,mail or leave NODE_ENV=production out',
  })
  .refine((one) => !one.SIGN_IN.includes('development') || isThisMachine(one.HOST), {
    path: ['SIGN_IN'],
    message: 'anybody who reaches it is a development persona; set SIGN_IN=oidc,mail, or let HOST be 127.0.0.1',
  });
export type ApiEnvironment = z.infer<typeof ApiEnvironment>;
