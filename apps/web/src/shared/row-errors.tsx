import { numberCell, ReadingTable } from './reading-table.js';

/** One thing wrong with a file; `row` counts its lines, the header is 1; null when no line is meant. */
export type RowError = { readonly row: number | null; readonly column: string | null; readonly message: string };

type RowErrorsProps = {
  readonly errors: readonly RowError[];
  readonly words: {
    readonly title: string;
    readonly row: string;
    readonly column: string;
    readonly wrong: string;
    /** In place of a column when a whole row is meant. */
    readonly noColumn: string;
  };
};

/** What is wrong in a file that was refused, row by row. */
export function RowErrors({ errors, words }: RowErrorsProps) {
  return (
    <ReadingTable bounded label={words.title} caption={words.title}>
      <thead>
        <tr>
          <th scope="col" className={numberCell}>
            {words.row}
          </th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.wrong}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map((error, index) => (
          <tr key={`${error.row ?? ''} ${error.column ?? ''} ${index}`}>
            <td className={numberCell}>{error.row ?? '–'}</td>
            <td>{error.column === null ? words.noColumn : <code>{error.column}</code>}</td>
            <td>{error.message}</td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}
