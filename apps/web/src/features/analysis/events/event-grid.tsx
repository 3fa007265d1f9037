import type { AnalysisEvent } from '#contracts/analysis';
import type { CSSProperties, KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lookOf } from '../event-words/event-types.js';
import { cellText, useValueWords, type ValueWords } from '../event-words/words.js';
import tones from '../../../shared/tones.module.css';
import { useWindow } from '../parts/use-window.js';
import { isNumber, useColumnTitles, widthOf, widthOnPhone } from './columns.js';
import classes from './event-grid.module.css';
import { meaningOf, placeOf, valueOf } from './values.js';

const rowHeight = 32;
const headHeight = 34;
const narrow = 620;
const columnsOnPhone = 3;

type EventGridProps = {
  readonly label: string;
  readonly columns: readonly string[];
  readonly count: number;
  /** Rows altogether, when that is known. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => AnalysisEvent | undefined;
  /** `placeOf` the event in the side panel. */
  readonly opened: string | undefined;
  readonly onOpen: (event: AnalysisEvent) => void;
  readonly onLook?: (first: number, last: number) => void;
  readonly onScroll?: (top: number) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly width: number;
};

type RowProps = {
  readonly id: string;
  readonly index: number;
  readonly event: AnalysisEvent | undefined;
  readonly columns: readonly string[];
  readonly words: ValueWords;
  readonly start: number;
  readonly active: boolean;
  readonly opened: boolean;
};

function Cell({ event, column, words }: { event: AnalysisEvent; column: string; words: ValueWords }) {
  const value = valueOf(event, column);
  const text = cellText(words, meaningOf(column), value, event.type);
  if (column !== 'type') {
    return text;
  }
  const { icon: Icon, tone } = lookOf(event.type);
  return (
    <>
      <span className={`${classes.icon} ${tones[tone]}`} aria-hidden>
        <Icon size={14} />
      </span>
      {text}
    </>
  );
}

function Row({ id, index, event, columns, words, start, active, opened }: RowProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="row"
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={opened}
      data-index={index}
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {event === undefined ? (
        <div role="gridcell" className={classes.waiting}>
          {t('state.loading')}
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column}
            role="gridcell"
            className={`${classes.cell} ${isNumber(column) ? classes.number : ''} ${column.startsWith('$') ? classes.raw : ''}`}
          >
            <Cell event={event} column={column} words={words} />
          </div>
        ))
      )}
    </div>
  );
}

/** Where a key leads from a row; undefined for keys that do not move. */
function moved(key: string, from: number, page: number, last: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}

/** Events as rows of which only those in sight exist. Arrows move, Enter opens; a screen reader hears where it is in how many. */
export function EventGrid(props: EventGridProps) {
  const { count, rowAt, onOpen, onLook, scroller } = props;
  const titles = useColumnTitles();
  const words = useValueWords();
  const id = useId();
  const [active, setActive] = useState<number | undefined>();
  const columns = props.width < narrow ? props.columns.slice(0, columnsOnPhone) : props.columns;
  const { first, last, reveal } = useWindow(scroller, count, rowHeight, headHeight);
  const rows = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  useEffect(() => onLook?.(first, last), [onLook, first, last]);

  const pick = (index: number) => {
    const event = rowAt(index);
    setActive(index);
    if (event !== undefined) {
      onOpen(event);
    }
  };
  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (row !== null) {
      pick(Number(row.dataset['index']));
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault();
      pick(active);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const from = active ?? Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight) - 1;
    const to = moved(event.key, from, page, count - 1);
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
      reveal(to);
    }
  };
  const isPhone = props.width < narrow;
  const layout = {
    '--columns': columns
      .map((column) => (isPhone ? widthOnPhone(column) : `minmax(${widthOf(column)}px, ${widthOf(column)}fr)`))
      .join(' '),
    '--least': isPhone ? '100%' : `${columns.reduce((sum, column) => sum + widthOf(column), 0)}px`,
  } as CSSProperties;

  return (
    <div
      ref={scroller}
      role="grid"
      className={classes.grid}
      style={layout}
      data-phone={isPhone || undefined}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.total === undefined ? -1 : props.total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active !== undefined && active >= first && active <= last ? `${id}-${active}` : undefined}
      onKeyDown={onKey}
      onClick={onClick}
      onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" className={classes.titles} aria-rowindex={1}>
          {columns.map((column) => (
            <div
              key={column}
              role="columnheader"
              title={titles(column).meaning}
              className={`${classes.title} ${isNumber(column) ? classes.number : ''} ${column.startsWith('$') ? classes.raw : ''}`}
            >
              {titles(column).title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: count * rowHeight }}>
        {rows.map((index) => {
          const event = rowAt(index);
          return (
            <Row
              key={index}
              id={`${id}-${index}`}
              index={index}
              event={event}
              columns={columns}
              words={words}
              start={index * rowHeight}
              active={index === active}
              opened={event !== undefined && placeOf(event) === props.opened}
            />
          );
        })}
      </div>
    </div>
  );
}
