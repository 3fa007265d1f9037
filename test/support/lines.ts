import type { ExportMessage, RunMessage } from '#contracts/analysis';
import type { Client } from './http.js';

/** An answer in lines: what came so far, and all of it when it is over. */
export type LineAnswer<Message> = {
  readonly status: number;
  readonly messages: Message[];
  readonly over: Promise<void>;
  stop(): void;
};

/** Asks for an answer in lines of JSON. */
export async function askLines<Message>(
  client: Client,
  path: string,
  body: unknown,
  language = 'en',
): Promise<LineAnswer<Message>> {
  const aborting = new AbortController();
  const response = await fetch(`${client.apiUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { cookie: client.cookie, 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(body),
    signal: aborting.signal,
  });
  const messages: Message[] = [];
  const read = async () => {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of response.body ?? []) {
        const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        messages.push(...lines.map((line) => JSON.parse(line) as Message));
      }
    } catch {
      // It was stopped.
    }
  };
  return { status: response.status, messages, over: read(), stop: () => aborting.abort() };
}

/** Runs a query to its end. */
export async function runQuery(client: Client, sql: string, parameters: object = {}, language = 'en') {
  const { messages, over } = await askLines<RunMessage>(client, '/analysis/runs', { sql, parameters }, language);
  await over;
  return {
    messages,
    columns: messages.flatMap((one) => (one.kind === 'columns' ? one.columns : [])),
    rows: messages.flatMap((one) => (one.kind === 'rows' ? one.rows : [])),
    end: messages.find((one) => one.kind === 'end'),
    fault: messages.find((one) => one.kind === 'fault')?.fault,
  };
}

/** Makes a file to its end. */
export async function makeExport(client: Client, request: unknown, language = 'en') {
  const { messages, over, status } = await askLines<ExportMessage>(client, '/analysis/exports', request, language);
  await over;
  return {
    status,
    messages,
    ready: messages.find((one) => one.kind === 'ready'),
    fault: messages.find((one) => one.kind === 'fault')?.fault,
  };
}
