/** A column of a view: its expression, and what it means in English. */
export type ViewColumn = readonly [name: string, expression: string, meaning: string];

export type View = {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly ViewColumn[];
  /** Everything after the list of columns. */
  readonly from: string;
};

/** The statements that make a view, or give a former one more columns at its end, and say what it and its columns mean. */
export function statementsOf({ name, meaning, columns, from }: View): string {
  const selected = columns.map(([column, expression]) => `${expression} AS ${column}`).join(',\n        ');
  const comments = columns.map(
    ([column, , said]) => `COMMENT ON COLUMN analytics.${name}.${column} IS ${quoted(said)};`,
  );
  return `
    CREATE OR REPLACE VIEW analytics.${name} AS
      SELECT
        ${selected}
      ${from};
    COMMENT ON VIEW analytics.${name} IS ${quoted(meaning)};
    ${comments.join('\n    ')}
  `;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
