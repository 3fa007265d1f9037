import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './figure-table.module.css';

type FigureTableProps = {
  readonly table: {
    readonly columns: readonly string[];
    readonly lines: readonly { readonly name: string; readonly cells: readonly ReactNode[] }[];
  };
  readonly caption: string;
};

/** The heading with its dates unbroken: a number stays with the month beside it. */
function whole(heading: string): string {
  return heading.replaceAll(/(?<=\d) (?=\p{L})|(?<=\p{L}) (?=\d)/gu, '\u00a0');
}

/** A figure as a table; it scrolls sideways when it is wider than its card. */
export function FigureTable({ table, caption }: FigureTableProps) {
  const { t } = useTranslation();
  const [first, ...columns] = table.columns;
  if (table.lines.length === 0) {
    return <p className={classes.none}>{t('figure.nothing')}</p>;
  }
  return (
    <div className={classes.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {whole(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {line.cells.map((cell, index) => (
                <td key={columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
