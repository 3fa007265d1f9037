import { plain } from '#domain';
import type { Standing } from '#contracts';
import { useTranslation } from 'react-i18next';
import { address } from '../../../app/api.js';
import { IconChartLine, IconDownload, IconTable } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { Rich } from '../../../shared/rich.js';
import { useWidth } from '../../../shared/use-width.js';
import type { Figure } from '#figures';
import { FigureTable } from './figure-table.js';
import classes from './figure-card.module.css';

type FigureCardProps = {
  readonly figure: Figure;
  readonly standing: Standing;
  readonly isTable: boolean;
  readonly onToggle: () => void;
};

/** The height of charts that do not choose their own. */
const chartHeight = (width: number) => Math.round(Math.min(380, Math.max(260, width * 0.5)));

/** One figure: its picture or its table, what it says, and how exact it is. */
export function FigureCard({ figure, standing, isTable, onToggle }: FigureCardProps) {
  const { t } = useTranslation('trends');
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const { question } = figure;
  const height = figure.height ?? chartHeight(width);
  return (
    <Card
      title={figure.title}
      className={figure.isWide === true ? classes.wide : classes.card}
      aside={
        <button type="button" className={classes.toggle} data-no-print onClick={onToggle} aria-pressed={isTable}>
          {isTable ? <IconChartLine size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
          {t(isTable ? 'asChart' : 'asTable')}
          <span className="visually-hidden">: {figure.title}</span>
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
        {figure.unheard.map((narrowing) => `${t('foot.unheard', { filter: t(`filter.${narrowing}`) })} `)}
        {standing.base > 1 ? t('foot.rounded', { base: standing.base, most: standing.base - 1 }) : t('foot.exact')}
        {standing.tier === 'published' && (
          <a
            className={classes.file}
            data-no-print
            href={address(`/monitoring/published/cubes/${question.cube}.csv`, { ...question, cube: undefined })}
            download
          >
            <IconDownload size={14} aria-hidden /> CSV<span className="visually-hidden">: {figure.title}</span>
          </a>
        )}
      </p>
    </Card>
  );
}
