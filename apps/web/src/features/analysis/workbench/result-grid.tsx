import type { KeyboardEvent } from 'react';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/labels.js';
import { usePaper } from '../../../shared/use-paper.js';
import { useWindow } from '../parts/use-window.js';
import { cellText, columnWidths, copiedText, type Result } from './cells.js';
import classes from './result-grid.module.css';

const rowHeight = 32;
const most = 14;

/** Left and right of a cell, in pixels, as the styles have it. */
const padding = 24;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

type Cell = { readonly row: number; readonly column: number };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [most - 2, 0],
  PageUp: [2 - most, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

type GridProps = {
  readonly result: Result;
  /** The same rows with their codes, of which the chosen cell tells its own. */
  readonly codes: Result;
  readonly label: string;
};

/** All rows of a result, of which only those in sight are in the page; cells are reached with the arrows and copied one by one. */
export function ResultGrid({ result, codes, label }: GridProps) {
  const { t } = useTranslation('workbench');
  const language = useLanguage();
  const { columns, rows } = result;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell | null>(null);
  const widths = useMemo(() => columnWidths({ columns, rows: rows.slice(0, 200) }), [columns, rows]);
  const { first, last, reveal } = useWindow(scroller, rows.length, rowHeight, rowHeight);
  // On paper nothing scrolls: there all rows are drawn, and as wide as the paper.
  const isPaper = usePaper();
  const [from, until] = isPaper ? [0, rows.length - 1] : [first, last];
  const shown = Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index);
  const padded = (letters: number, cells: number) => `calc(${letters}ch + ${cells * padding}px)`;
  const template = {
    gridTemplateColumns: widths.map((width) => `minmax(${isPaper ? '0' : padded(width, 1)}, ${width}fr)`).join(' '),
  };
  // The same for the head and the body, which scroll as one.
  const wide = { width: isPaper ? '100%' : `max(100%, ${padded(sum(widths), widths.length)})` };
  const cellId = ({ row, column }: Cell) => `${id}-${row}-${column}`;
  const valueIn = (all: Result) => (active === null ? null : all.rows[active.row]?.[active.column]);
  const textIn = (all: Result) => cellText(valueIn(all));
  const [activeText, activeCode] = [textIn(result), textIn(codes)];
  const isCut = activeText !== null && activeText.length > (widths[active?.column ?? 0] ?? 0);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
      if (activeText !== null && document.getSelection()?.isCollapsed !== false) {
        event.preventDefault();
        void navigator.clipboard.writeText(copiedText(valueIn(result), columns[active?.column ?? 0]?.kind, language));
      }
      return;
    }
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) {
      return;
    }
    event.preventDefault();
    const within = (wanted: number, count: number) => Math.max(0, Math.min(count - 1, wanted));
    const next = {
      row: within(active === null ? 0 : active.row + step[0], rows.length),
      column: within(active === null ? 0 : active.column + step[1], columns.length),
    };
    setActive(next);
    reveal(next.row);
    requestAnimationFrame(() =>
      document.getElementById(cellId(next))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };

  return (
    <>
      <div
        ref={scroller}
        className={classes.scroll}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={active === null ? undefined : cellId(active)}
        tabIndex={0}
        style={{ maxHeight: (most + 1) * rowHeight }}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.head} style={wide}>
          <div role="row" aria-rowindex={1} className={classes.row} style={template}>
            {columns.map((column, index) => (
              <div
                key={`${index} ${column.name}`}
                role="columnheader"
                aria-colindex={index + 1}
                className={classes.cell}
                data-kind={column.kind}
                title={column.type}
              >
                {column.name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ ...wide, height: rows.length * rowHeight }}>
          {shown.map((row) => (
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              className={`${classes.row} ${classes.placed}`}
              style={{ ...template, height: rowHeight, transform: `translateY(${row * rowHeight}px)` }}
            >
              {columns.map((column, index) => {
                const text = cellText(rows[row]?.[index]);
                const here = { row, column: index };
                const isActive = active?.row === here.row && active.column === here.column;
                return (
                  // The arrows of the grid reach the cells; the pointer is a short cut.
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={`${index} ${column.name}`}
                    id={cellId(here)}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={index + 1}
                    aria-selected={isActive}
                    className={classes.cell}
                    data-kind={column.kind}
                    onClick={() => setActive(here)}
                  >
                    {text === null ? <span className={classes.nothing}>{t('grid.null')}</span> : text}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </div>
      {(isCut || activeText !== activeCode) && (
        <p className={classes.whole}>
          <span className={classes.wholeName}>{columns[active?.column ?? 0]?.name}</span> {activeText}
          {activeText !== activeCode && <code className={classes.code}>{activeCode}</code>}
        </p>
      )}
    </>
  );
}
