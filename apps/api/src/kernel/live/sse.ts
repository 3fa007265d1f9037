import type { Response } from 'express';

/** Begins a stream of server-sent events; `id` is where a reconnect resumes when nothing else was sent. */
export function beginEvents(response: Response, id: string): void {
  response.status(200);
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-store, no-transform');
  response.setHeader('x-accel-buffering', 'no');
  response.flushHeaders();
  response.write(`retry: 2000\nid: ${id}\n\n`);
}

/** One message as it is sent. */
export function textOfEvent({ event, data }: { readonly event: string; readonly data: unknown }, id: string): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
