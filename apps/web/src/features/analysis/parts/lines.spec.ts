import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../../../client/problem.js';
import { postLines } from './lines.js';

const answer = jest.spyOn(globalThis, 'fetch');
const encoder = new TextEncoder();

/** A body in exactly these pieces; whether it was given up is seen at `cancelled`. */
function body(pieces: readonly Uint8Array[], cancelled: () => void = () => undefined): ReadableStream<Uint8Array> {
  const rest = [...pieces];
  return new ReadableStream({
    pull: (controller) => {
      const piece = rest.shift();
      return piece === undefined ? controller.close() : controller.enqueue(piece);
    },
    cancel: cancelled,
  });
}

async function read(controller = new AbortController()): Promise<unknown[]> {
  const messages = [];
  for await (const message of postLines('/analysis/exports', {}, controller.signal)) {
    messages.push(message);
  }
  return messages;
}

beforeEach(() => void answer.mockReset());
afterEach(() => void answer.mockReset());

describe('an answer of lines', () => {
  it('comes message by message, wherever it was cut, also inside a letter', async () => {
    const bytes = encoder.encode('{"a":"é"}\n{"a":2}\n\n{"a":3}');
    for (const size of [1, 2, 7, 100]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      answer.mockResolvedValueOnce(new Response(body(pieces)));
      expect(await read()).toEqual([{ a: 'é' }, { a: 2 }, { a: 3 }]);
    }
  });

  it('is given up when one stops listening', async () => {
    const cancelled = jest.fn();
    answer.mockResolvedValueOnce(
      new Response(body([encoder.encode('{"a":1}\n'), encoder.encode('{"a":2}\n')], cancelled)),
    );
    for await (const message of postLines('/x', {}, new AbortController().signal)) {
      expect(message).toEqual({ a: 1 });
      break;
    }
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('fails as the server says, or as a connection that broke', async () => {
    const problem = { status: 403, code: 'forbidden', title: 'No', detail: 'Not open to you.' };
    answer.mockResolvedValueOnce(Response.json(problem, { status: 403 }));
    await expect(read()).rejects.toEqual(new ApiProblem(403, 'forbidden', 'Not open to you.'));
    answer.mockRejectedValueOnce(new TypeError('network'));
    await expect(read()).rejects.toMatchObject({ code: 'offline' });
  });

  it('ends without a failure when it was stopped', async () => {
    const controller = new AbortController();
    controller.abort();
    answer.mockRejectedValueOnce(new DOMException('aborted', 'AbortError'));
    expect(await read(controller)).toEqual([]);
  });
});
