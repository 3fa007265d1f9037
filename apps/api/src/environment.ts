import { z } from 'zod';
import { environmentShapes } from '#runtime';
import { isThisMachine } from './kernel/system/this-machine.js';
import { providersOf } from './kernel/providers/settings.js';

/** What the API needs to know of its surroundings. */
export const ApiEnvironment = z
  .object({
    ...environmentShapes.api,
    ...environmentShapes.database,
    ...environmentShapes.temporal,
    ...environmentShapes.notes,
    ...environmentShapes.archive,
    ...environmentShapes.publicAddress,
    ...environmentShapes.mail,
    TOPIC_PREFIX: environmentShapes.kafka.TOPIC_PREFIX,
  })
  .refine((one) => !one.SIGN_IN.includes('development') || one.NODE_ENV !== 'production', {
    path: ['SIGN_IN'],
    message: 'development personas are not for production; set SIGN_IN=oidc,mail or leave NODE_ENV=production out',
  })
  .refine((one) => !one.SIGN_IN.includes('development') || isThisMachine(one.HOST), {
    path: ['SIGN_IN'],
    message: 'anybody who reaches it is a development persona; set SIGN_IN=oidc,mail, or let HOST be 127.0.0.1',
  })
  .refine(
    (one) => !one.SIGN_IN.includes('mail') || one.SIGN_IN.includes('development') || one.MAIL_SERVER !== undefined,
    { path: ['MAIL_SERVER'], message: 'codes are sent by mail; set it to smtp://user:password@host:port or smtps://…' },
  )
  .refine((one) => one.MAIL_SERVER === undefined || one.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'mails have a sender; set it to “Relais <no-reply@…>”',
  })
  .transform((one, context) => ({
    ...one,
    providers: one.SIGN_IN.includes('oidc')
      ? providersOf(one, (variable, message) => context.addIssue({ code: 'custom', path: [variable], message }))
      : [],
  }));
export type ApiEnvironment = z.infer<typeof ApiEnvironment>;
