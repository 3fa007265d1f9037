import type pg from 'pg';

/** What pg hands to our statement while it runs; these methods are missing in its types. */
type CopyConnection = pg.Connection & {
  query(statement: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/** One COPY of lines that are in memory, as pg runs it; its methods are called by pg when the server speaks. */
class CopyIn implements pg.Submittable {
  private failure: Error | undefined;

  constructor(
    private readonly statement: string,
    private readonly lines: string,
    private readonly settle: (failure: Error | undefined) => void,
  ) {}

  submit(connection: pg.Connection): void {
    (connection as CopyConnection).query(this.statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.lines));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The server is ready for the next statement only after `handleReadyForQuery`.
  }

  handleError(error: Error): void {
    this.failure = error;
    this.settle(error);
  }

  handleReadyForQuery(): void {
    this.settle(this.failure);
  }
}

/** How a column is written. */
export type CopyColumn<Row> = { readonly name: string; readonly of: (row: Row) => string };

/** Writes rows into a table by COPY, the fastest way there is; a fault in one row refuses them all. */
export async function copyInto<Row>(
  client: pg.ClientBase,
  table: string,
  columns: readonly CopyColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const lines = rows.map((row) => columns.map((column) => column.of(row)).join('\t')).join('\n');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await new Promise<void>((resolve, reject) => {
    client.query(
      new CopyIn(`COPY ${table} (${names}) FROM STDIN`, `${lines}\n`, (failure) =>
        failure === undefined ? resolve() : reject(failure),
      ),
    );
  });
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text, number or truth value, or null. */
export function plain(value: string | number | boolean | null): string {
  if (value === null) {
    return '\\N';
  }
  return typeof value === 'string' ? escaped(value) : String(value);
}

/** A value of type `jsonb`. */
export function json(value: unknown): string {
  return escaped(JSON.stringify(value));
}

/** An array of texts. */
export function list(values: readonly string[]): string {
  return escaped(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character) : text;
}
