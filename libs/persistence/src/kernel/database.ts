import type { DataSource, EntityManager } from 'typeorm';

/** Runs SQL and gives the rows; also inside a transaction. */
export type Sql = { query<Row>(statement: string, parameters?: readonly unknown[]): Promise<Row[]> };

/** PostgreSQL cannot be reached, or went away in the middle. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** Codes of Node and of PostgreSQL that say the server is not there; any other failure is a fault of our own. */
const awayCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300|3D000)$/;
const awayMessages =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Driver not Connected/i;

/** True when the error means that PostgreSQL is away, so that trying again later can help. */
export function meansAway(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && awayCodes.test(code)) {
    return true;
  }
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [];
  return awayMessages.test(error.message) || [...inner, error.cause].some(meansAway);
}

function rowsOf<Row>(result: unknown): Row[] {
  // TypeORM answers UPDATE and DELETE with rows and count, everything else with rows.
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as Row[];
  }
  return Array.isArray(result) ? (result as Row[]) : [];
}

function sqlOf(runner: Pick<EntityManager, 'query'>): Sql {
  return {
    query: async <Row>(statement: string, parameters: readonly unknown[] = []) =>
      rowsOf<Row>(await runner.query(statement, [...parameters])),
  };
}

/**
 * SQL on a data source that may be away: it connects at the first use and again after a failed start.
 * @throws DatabaseAway when PostgreSQL cannot be reached
 */
export class Database implements Sql {
  private starting: Promise<unknown> | undefined;
  private beginning: Promise<void> | undefined;

  /**
   * @param source is connected when it is needed
   * @param first in a transaction before everything else; as long as it fails, everything fails with its reason
   */
  constructor(
    readonly source: DataSource,
    private readonly first?: (sql: Sql) => Promise<void>,
  ) {}

  async query<Row>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.reaching(() => sqlOf(this.source).query<Row>(statement, parameters));
  }

  /** All of the work or nothing of it. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.reaching(() => this.source.transaction((manager) => work(sqlOf(manager))));
  }

  /** Reads that all see the same instant; nothing can be written. */
  async snapshot<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.reaching(() =>
      this.source.transaction('REPEATABLE READ', async (manager) => {
        const sql = sqlOf(manager);
        await sql.query('SET TRANSACTION READ ONLY');
        return work(sql);
      }),
    );
  }

  async stop(): Promise<void> {
    await this.starting?.catch(() => undefined);
    if (this.source.isInitialized) {
      await this.source.destroy();
    }
  }

  private async begin(): Promise<void> {
    const { first } = this;
    if (first === undefined) {
      return;
    }
    this.beginning ??= this.source.transaction((manager) => first(sqlOf(manager)));
    const begun = this.beginning;
    await begun.catch((error: unknown) => {
      this.beginning = this.beginning === begun ? undefined : this.beginning;
      throw error;
    });
  }

  private async reaching<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      if (!this.source.isInitialized) {
        this.starting ??= this.source.initialize().finally(() => (this.starting = undefined));
        await this.starting;
      }
      await this.begin();
      return await work();
    } catch (error) {
      throw meansAway(error) ? new DatabaseAway('PostgreSQL is away', { cause: error }) : error;
    }
  }
}
