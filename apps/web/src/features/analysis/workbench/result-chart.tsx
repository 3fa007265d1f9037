import type { ChartChoice } from '#contracts/analysis';
import { BarChart, TrendChart } from '#charts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/figures/choice.js';
import { useWidth } from '../../../shared/use-width.js';
import type { Result } from './cells.js';
import { drawingOf, isMeasure, type Drawing } from './chart-model.js';
import classes from './result.module.css';

type Sentence = (drawing: Drawing, choice: ChartChoice) => string;

/** What a chart says, for those who do not see it: where the measure is highest and lowest. */
function useReading(): Sentence {
  const { t } = useTranslation('workbench');
  return ({ labels, series }, { x, y }) => {
    const points = series.flatMap((one) =>
      one.values.flatMap((value, index) =>
        value === null ? [] : [{ value, at: series.length > 1 ? `${labels[index]}, ${one.name}` : labels[index] }],
      ),
    );
    const sorted = points.sort((a, b) => b.value - a.value);
    const [high, low] = [sorted[0], sorted.at(-1)];
    return t('chart.reading', { y, x, high: high?.value, highAt: high?.at, low: low?.value, lowAt: low?.at });
  };
}

function Bars({
  drawing,
  width,
  reading,
}: {
  readonly drawing: Drawing;
  readonly width: number;
  readonly reading: string;
}) {
  const { labels, series } = drawing;
  const bars = labels.flatMap((label, index) =>
    series.flatMap((one) => {
      const count = one.values[index];
      const name = series.length > 1 ? `${label} · ${one.name}` : label;
      return count === null || count === undefined ? [] : [{ key: `${index} ${one.name}`, label: name, count }];
    }),
  );
  return <BarChart width={width} reading={reading} bars={bars} />;
}

type ResultChartProps = {
  readonly result: Result;
  readonly choice: ChartChoice;
  readonly onChange: (choice: ChartChoice) => void;
};

/** A result as a picture; which columns it shows can be changed. The rows below it are its table. */
export function ResultChart({ result, choice, onChange }: ResultChartProps) {
  const { t } = useTranslation('workbench');
  const reading = useReading();
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const drawing = drawingOf(result, choice, t('grid.null'));
  const options = result.columns.map(({ name }) => ({ value: name, label: name }));
  const measures = result.columns.filter(isMeasure).map(({ name }) => ({ value: name, label: name }));
  const others = options.filter(({ value }) => value !== choice.x && value !== choice.y);
  const height = Math.round(Math.min(380, Math.max(260, width * 0.42)));
  return (
    <div className={classes.chart}>
      <div className={classes.choices}>
        <Choice
          label={t('chart.y')}
          value={choice.y}
          none={t('chart.choose')}
          options={measures}
          onChange={(y = '') => onChange({ ...choice, y })}
        />
        <Choice
          label={t('chart.x')}
          value={choice.x}
          none={t('chart.choose')}
          options={options}
          onChange={(x = '') => onChange({ ...choice, x, series: choice.series === x ? null : choice.series })}
        />
        <Choice
          label={t('chart.series')}
          value={choice.series ?? undefined}
          none={t('chart.noSeries')}
          options={others}
          onChange={(series) => onChange({ ...choice, series: series ?? null })}
        />
      </div>
      <div ref={ref} className={classes.picture} data-figure="result">
        {typeof drawing === 'string' ? (
          <p className={classes.notice}>{t(`chart.cannot.${drawing}`)}</p>
        ) : drawing.form === 'bars' ? (
          <Bars drawing={drawing} width={width} reading={reading(drawing, choice)} />
        ) : (
          <TrendChart
            width={width}
            height={height}
            least={1}
            reading={reading(drawing, choice)}
            periods={drawing.labels}
            series={drawing.series}
          />
        )}
      </div>
      {typeof drawing !== 'string' && drawing.left.points > 0 && (
        <p className={classes.notice}>{t('chart.leftPoints', { count: drawing.left.points })}</p>
      )}
      {typeof drawing !== 'string' && drawing.left.lines > 0 && (
        <p className={classes.notice}>{t('chart.leftLines', { count: drawing.left.lines })}</p>
      )}
    </div>
  );
}
