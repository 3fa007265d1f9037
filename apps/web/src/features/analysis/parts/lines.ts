import i18next from 'i18next';
import { address, problemOf } from '../../../client/api.js';
import { ApiProblem } from '../../../client/problem.js';

/** Whole lines of a stream of bytes as they come; the last one may lack its end. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      yield* lines.filter((line) => line !== '');
      if (done) {
        return;
      }
    }
  } finally {
    // When the listener stops, the server is told and stops working.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Posts to the API and reads the answer as it comes, a message of JSON on each line. Leaving the loop or the signal ends the work on the server.
 * @throws ApiProblem when the request is refused or the connection breaks; nothing when the signal ended it
 */
export async function* postLines<Message>(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<Message> {
  try {
    const response = await fetch(address(path, {}), {
      method: 'POST',
      headers: {
        accept: 'application/x-ndjson, application/problem+json',
        'accept-language': i18next.language,
        'content-type': 'application/json',
      },
      credentials: 'same-origin',
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) {
      throw await problemOf(response);
    }
    if (response.body !== null) {
      for await (const line of linesOf(response.body)) {
        yield JSON.parse(line) as Message;
      }
    }
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    throw error instanceof ApiProblem ? error : new ApiProblem(0, 'offline', i18next.t('error.offline'));
  }
}
