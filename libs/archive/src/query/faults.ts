import type { Fault, FaultReason } from './job.js';
import { Refused } from './gate.js';

type Said = {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly error_subtype?: string;
  readonly type?: string;
  readonly position?: string;
};

/** What an error of DuckDB, or a refusal, is to the person who asked; `offset` is the number of bytes before their `sql` in ours, null when no place is known. */
export function faultOf(error: unknown, sql: string, offset: number | null): Fault {
  if (error instanceof Refused) {
    const { reason, name, position } = error.refusal;
    return { code: 'refused', reason, name, detail: '', position: placeIn(sql, position) };
  }
  if (error instanceof Error && error.name === 'WorkbookTooLarge') {
    return faultFor('size', 'size');
  }
  const message = messageOf(error);
  const said = saidBy(error);
  const text = (said.exception_message ?? message).split('\n\nPossible solutions')[0] ?? '';
  const [code, reason] = kindOf(said.exception_type ?? '', text);
  const place = said.position === undefined || offset === null ? null : Number(said.position) - offset;
  return { code, reason, name: '', detail: withoutPaths(text).slice(0, 600), position: placeIn(sql, place) };
}

/** A fault without more to say. */
export function faultFor(code: Fault['code'], reason: FaultReason, name = ''): Fault {
  return { code, reason, name, detail: '', position: null };
}

function kindOf(type: string, text: string): [Fault['code'], FaultReason] {
  if (/out of memory|bad.?alloc|max_temp_directory_size/i.test(`${type} ${text}`)) {
    return ['memory', 'memory'];
  }
  if (/file too large|no space left/i.test(text)) {
    return text.includes('duckdb_temp') ? ['memory', 'memory'] : ['size', 'size'];
  }
  switch (type) {
    case 'Permission':
      return ['refused', 'outside'];
    case 'INTERNAL':
    case 'FATAL':
    case 'IO':
      return ['failed', 'failed'];
    default:
      return ['invalid', 'wrong'];
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What DuckDB says of an error: JSON, when asked to; some have a few words before it. */
export function saidBy(error: unknown): Said {
  const message = messageOf(error);
  const start = message.indexOf('{');
  try {
    return start < 0 ? {} : (JSON.parse(message.slice(start)) as Said);
  } catch {
    return {};
  }
}

/** Where things are on the server is nobody's business. */
function withoutPaths(text: string): string {
  return text.replaceAll(/\/[\w.@/-]*\/[\w.@-]+/g, '…');
}

/** A place in UTF-8 as one in UTF-16; null outside the text. */
function placeIn(sql: string, bytes: number | null): number | null {
  if (bytes === null || !Number.isInteger(bytes) || bytes < 0) {
    return null;
  }
  const utf8 = Buffer.from(sql, 'utf8');
  return bytes > utf8.length ? null : utf8.subarray(0, bytes).toString('utf8').length;
}
