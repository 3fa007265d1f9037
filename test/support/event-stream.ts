import type { z } from 'zod';
import { LiveMessage } from '#contracts/kernel';
import type { Client } from './http.js';
import { until } from './wait.js';

/** One message with the id it came under. */
export type Received<Message = LiveMessage> = Message & { readonly id: string };

/** An open event stream of the API and all it has received. */
export type EventStream<Message = LiveMessage> = {
  readonly received: Received<Message>[];
  /** Everything that came, as it came. */
  text(): string;
  /** The id it began with, before any message. */
  readonly firstId: string;
  /** The id from which a reconnect resumes, also when no message came yet. */
  lastId(): string;
  /** Waits for the first message for which the condition holds. */
  next(condition: (message: Received<Message>) => boolean, what: string): Promise<Received<Message>>;
  /** Settles when the server ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
};

/** Opens `GET /api/v1/stream` and waits until it has begun. */
export function openStream(client: Client, lastEventId?: string, aborting?: AbortController): Promise<EventStream> {
  return openEvents(client, { path: '/stream', schema: LiveMessage }, lastEventId, aborting);
}

/** Opens any event stream of the API and waits until it has begun. */
export async function openEvents<Message extends object>(
  client: Client,
  { path, schema }: { readonly path: string; readonly schema: z.ZodType<Message> },
  lastEventId?: string,
  aborting: AbortController = new AbortController(),
): Promise<EventStream<Message>> {
  const response = await fetch(`${client.apiUrl}/api/v1${path}`, {
    headers: { cookie: client.cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: aborting.signal,
  });
  if (!response.ok || response.body === null) {
    throw new Error(`the stream was refused: ${response.status}`);
  }
  const received: Received<Message>[] = [];
  let [firstId, lastId, text] = ['', '', ''];
  const take = (block: string) => {
    const fields = new Map(
      block.split('\n').map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')];
      }),
    );
    lastId = fields.get('id') ?? lastId;
    firstId = firstId === '' ? lastId : firstId;
    const data = fields.get('data');
    // A sign of life is no message: how many come tells how long somebody listened.
    if (data !== undefined && fields.get('event') !== 'beat') {
      const message = schema.parse({ event: fields.get('event'), data: JSON.parse(data) });
      received.push({ ...message, id: lastId });
    }
  };
  const body = response.body;
  const read = async () => {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of body) {
        const more = decoder.decode(chunk, { stream: true });
        text += more;
        const blocks = (rest + more).split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach(take);
      }
    } catch {
      // The connection was closed or lost.
    }
  };
  let over = false;
  const ended = read().finally(() => (over = true));
  await until(() => lastId !== '' || over, 'the stream has begun');
  if (lastId === '') {
    throw new Error('the stream ended before it began');
  }
  return {
    received,
    text: () => text,
    firstId,
    lastId: () => lastId,
    next: (condition, what) => until(() => received.find(condition), what),
    ended,
    close: () => aborting.abort(),
  };
}
