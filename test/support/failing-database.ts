import { createDataSource, Database } from '#persistence/kernel';

/** A database whose transactions fail as given: before they end, or after, so that nobody learns that they ended. */
export class FailingDatabase extends Database {
  constructor(
    url: string,
    private readonly failures: ('before' | 'after')[],
  ) {
    super(createDataSource(url, { program: 'relais-failing' }));
  }

  override async transaction<Result>(work: Parameters<Database['transaction']>[0]): Promise<Result> {
    const failure = this.failures.shift();
    const result = await super.transaction(async (sql) => {
      const result = await work(sql);
      if (failure === 'before') {
        throw new Error('killed before the end of the transaction');
      }
      return result;
    });
    if (failure === 'after') {
      throw new Error('killed after the end of the transaction');
    }
    return result as Result;
  }
}
