import type { ReactNode } from 'react';
import classes from './reading-table.module.css';

/** Class of a cell with a number, and of the heading above it. */
export const numberCell = classes.number;

type ReadingTableProps = {
  /** What the table is, for those who do not see it. */
  readonly label: string;
  /** Shown above it. */
  readonly caption?: string;
  /** A long one beside other things: scrolls within a height of its own. */
  readonly bounded?: boolean;
  /** Its head and body. */
  readonly children: ReactNode;
};

/** Rows to read, in a page or a panel; scrolls sideways where it is too wide. */
export function ReadingTable({ label, caption, bounded, children }: ReadingTableProps) {
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      tabIndex={0}
      data-bounded={bounded === true || undefined}
    >
      <table className={classes.table}>
        {caption !== undefined && <caption>{caption}</caption>}
        {children}
      </table>
    </div>
  );
}
