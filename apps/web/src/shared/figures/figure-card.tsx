import { plain, type Picture } from '#figures';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChartLine, IconTable } from '../icons.js';
import { Card } from '../page.js';
import { Rich } from '../rich.js';
import { useWidth } from '../use-width.js';
import { FigureTable } from './figure-table.js';
import classes from './figure-card.module.css';

type FigureCardProps = {
  readonly figure: Picture;
  /** How exact it is. */
  readonly foot: ReactNode;
  readonly isTable: boolean;
  readonly onToggle: () => void;
};

/** The height of charts that do not choose their own. */
const chartHeight = (width: number) => Math.round(Math.min(380, Math.max(260, width * 0.5)));

/** One figure: its picture or its table, what it says, and how exact it is. */
export function FigureCard({ figure, foot, isTable, onToggle }: FigureCardProps) {
  const { t } = useTranslation();
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const height = figure.height ?? chartHeight(width);
  return (
    <Card
      title={figure.title}
      className={figure.isWide === true ? classes.wide : classes.card}
      aside={
        <button type="button" className={classes.toggle} data-no-print onClick={onToggle} aria-pressed={isTable}>
          {isTable ? <IconChartLine size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
          {t(isTable ? 'figure.asChart' : 'figure.asTable')}
          <span className="visually-hidden"> {figure.title}</span>
        </button>
      }
    >
      <div ref={ref} className={classes.picture} data-figure={figure.id}>
        {isTable ? (
          <FigureTable table={figure.table} caption={figure.title} />
        ) : (
          !figure.isEmpty && figure.draw({ width, height, reading: plain(figure.reading) })
        )}
      </div>
      <p className={classes.reading}>
        <Rich text={figure.reading} />
      </p>
      <p className={classes.foot}>
        {figure.note !== undefined && `${figure.note} `}
        {foot}
      </p>
    </Card>
  );
}
