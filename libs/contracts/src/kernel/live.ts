import { z } from 'zod';
import { CaseId } from './ids.js';

/** Messages of `GET /api/v1/stream` (server-sent events); the SSE id is the position to resume from. */
export const LiveMessage = z.discriminatedUnion('event', [
  /** A case the viewer may see changed. */
  z.object({
    event: z.literal('case'),
    data: z.object({ caseId: CaseId, code: z.string(), sequence: z.number().int(), type: z.string() }),
  }),
  /** Some case changed: figures may have moved. Says nothing about which. */
  z.object({ event: z.literal('monitoring'), data: z.object({}) }),
  /** An epoch was published: published figures have grown. */
  z.object({ event: z.literal('published'), data: z.object({ epochId: z.string() }) }),
  /** A pack or the remark of a shared figure was withdrawn. */
  z.object({ event: z.literal('withdrawn'), data: z.object({}) }),
  z.object({ event: z.literal('directory'), data: z.object({ serviceId: z.string() }) }),
  /**
   * Every second, so that its absence says that the connection is gone. `build` names the web application that is served now, null
   * when none is: an open page of another one may reload.
   */
  z.object({ event: z.literal('beat'), data: z.object({ build: z.string().nullable() }) }),
  /** What the viewer may do has changed: ask who is signed in, and fetch everything again. */
  z.object({ event: z.literal('session'), data: z.object({}) }),
  /** The gap is too long to replay: fetch everything again. */
  z.object({ event: z.literal('resync'), data: z.object({}) }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
