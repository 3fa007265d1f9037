import http from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Caller } from './http-caller.js';

/** A frame of an event stream and when it was here (ms, `performance.now()`). */
export type Frame = { readonly id: string; readonly event: string; readonly data: string; readonly at: number };

/** An open event stream; reads as fast as it can unless it is slow. */
export type WatchedStream = { close(): void };

/** Opens the live stream of a person, or any other, and waits for its beginning. */
export function watch(
  { apiUrl, cookie }: Caller,
  onFrame: (frame: Frame) => void,
  path = '/stream',
): Promise<WatchedStream> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${apiUrl}/api/v1${path}`, { agent: false, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`the stream was refused: ${response.statusCode}`));
        return;
      }
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const at = performance.now();
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const frame = frameOf(block, at);
          if (frame !== undefined) {
            onFrame(frame);
          }
        }
      });
      response.on('error', () => undefined);
      resolve({ close: () => request.destroy() });
    });
    request.on('error', reject);
  });
}

function frameOf(block: string, at: number): Frame | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const [id = '', event, data = ''] = [fields.get('id'), fields.get('event'), fields.get('data')];
  return event === undefined || event === 'beat' ? undefined : { id, event, data, at };
}
