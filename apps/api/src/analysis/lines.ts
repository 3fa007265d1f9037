import type { Response } from 'express';
import type { z } from 'zod';
import { whenGone } from '../kernel/live/gone.js';

/** An answer in lines of JSON, one after the other; the signal says that nobody reads any more. */
export type Lines<Message> = (signal: AbortSignal) => AsyncIterable<Message>;

/** Sends an answer line by line, as fast as it is read; a reader who goes away ends the making of it. */
export async function sendLines<Message>(
  response: Response,
  schema: z.ZodType<Message>,
  lines: Lines<Message>,
): Promise<void> {
  const leaving = new AbortController();
  whenGone(response, () => leaving.abort());
  response.statusCode = 200;
  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  // Compression would hold lines back.
  response.setHeader('cache-control', 'no-store, no-transform');
  response.setHeader('x-accel-buffering', 'no');
  response.flushHeaders();
  for await (const message of lines(leaving.signal)) {
    if (leaving.signal.aborted) {
      continue;
    }
    if (!response.write(`${JSON.stringify(schema.parse(message))}\n`)) {
      await drained(response, leaving.signal);
    }
  }
  response.end();
}

function drained(response: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off('drain', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    response.once('drain', go);
    signal.addEventListener('abort', go);
    if (signal.aborted) {
      go();
    }
  });
}
