import { createHash } from 'node:crypto';
import pg from 'pg';

/** Longer statements are made for one occasion, such as inserting many rows. */
const longest = 4_000;
const most = 500;
const names = new Map<string, string>();

/** Begins a statement that is not prepared, because it hardly ever comes twice. */
export const once = '/* once */ ';

/** The name under which a statement is prepared; undefined for one that is not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || text.length > longest || names.size >= most || text.startsWith(once)) {
    return known;
  }
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/** PostgreSQL refuses a prepared statement whose columns changed since; the next connection prepares it again. */
const columnsChanged = '0A000';

/**
 * A connection that prepares every statement with parameters once, and sends the statements of one owner without waiting for
 * the answers of those before; their order stays.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    // Typed by hand because `query` has a dozen signatures and only this one is used by TypeORM.
    const plain = this.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((text: unknown, values: unknown, ...others: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
      if (name === undefined) {
        return plain(text, values, ...others);
      }
      return this.renewing(plain({ name, text, values }, ...others));
    }) as typeof this.query;
  }

  private renewing(result: unknown): unknown {
    if (!(result instanceof Promise)) {
      return result;
    }
    return result.catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === columnsChanged) {
        void this.end().catch(() => undefined);
      }
      throw error;
    });
  }
}
