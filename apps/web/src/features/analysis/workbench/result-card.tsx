import type { ChartChoice } from '#contracts/analysis';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../event-words/words.js';
import { IconChartBar, IconChartLine, IconCopy, IconLanguage, IconLock } from '../../../shared/icons.js';
import { useLanguage } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Empty } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { say, sayFailed } from '../../../shared/toast.js';
import { tabbed } from './cells.js';
import { usualChoice } from './chart-model.js';
import { ExportBar } from './export-bar.js';
import { useNamesWanted, withNames } from './names.js';
import { ResultChart } from './result-chart.js';
import { ResultGrid } from './result-grid.js';
import classes from './result.module.css';
import { Ended, Fault, Running } from './run-status.js';
import type { Run } from './use-run.js';

const forms = ['bars', 'line'] as const;
const formIcons = { bars: IconChartBar, line: IconChartLine } as const;

/** The rule of the room: what is exact stays here. */
function RoomRule() {
  const { t } = useTranslation('workbench');
  return (
    <p className={classes.rule}>
      <IconLock size={16} aria-hidden />
      <span>
        {t('rule.text')}{' '}
        <Link to="/analysis/share" search={{}} className={classes.link}>
          {t('rule.share')}
        </Link>
      </span>
    </p>
  );
}

type ResultCardProps = {
  readonly run: Run;
  readonly chart: ChartChoice | null;
  readonly onChart: (chart: ChartChoice | null) => void;
  readonly onGoTo: (position: number) => void;
};

/** What a query answered: its rows, a picture of them when one is wanted, and ways to take them along. */
export function ResultCard({ run, chart, onChart, onGoTo }: ResultCardProps) {
  const { t } = useTranslation('workbench');
  const isDone = run.state === 'done';
  const hasRows = isDone && run.rows.length > 0;
  const nameOf = useCodeNames();
  const language = useLanguage();
  const { columns, rows } = run;
  const named = useMemo(() => withNames({ columns, rows }, nameOf), [columns, rows, nameOf]);
  const [namesWanted, wantNames] = useNamesWanted();
  const isNamed = named !== undefined && namesWanted;
  const shown = isNamed ? named : run;
  const copy = () =>
    navigator.clipboard.writeText(tabbed(shown, language)).then(
      () => say(t('grid.copied', { count: run.rows.length })),
      (error: unknown) => sayFailed(error),
    );
  const draw = (form: (typeof forms)[number]) => {
    if (chart?.form === form) {
      onChart(null);
      return;
    }
    onChart(chart === null ? usualChoice(run, form) : { ...chart, form });
  };
  return (
    <Card
      title={t('result')}
      aside={
        hasRows && (
          <div className={classes.tools} role="group" aria-label={t('result')} data-no-print>
            {named !== undefined && (
              <button type="button" className={classes.form} aria-pressed={isNamed} onClick={() => wantNames(!isNamed)}>
                <IconLanguage size={16} aria-hidden /> {t('names.show')}
              </button>
            )}
            {usualChoice(run, 'bars') === null ? (
              <span className={classes.quiet}>{t('chart.cannot.values')}</span>
            ) : (
              forms.map((form) => {
                const Icon = formIcons[form];
                return (
                  <button
                    key={form}
                    type="button"
                    className={classes.form}
                    aria-pressed={chart?.form === form}
                    onClick={() => draw(form)}
                  >
                    <Icon size={16} aria-hidden /> {t(`chart.form.${form}`)}
                  </button>
                );
              })
            )}
            <TextButton icon={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
              {t('grid.copy')}
            </TextButton>
          </div>
        )
      }
    >
      <div className={classes.result}>
        {run.state === 'running' && <Running run={run} />}
        <Fault run={run} onGoTo={onGoTo} />
        <Ended run={run} />
        {isDone && run.rows.length === 0 && <Empty compact title={t('end.none')} text={t('end.noneText')} />}
        {hasRows && chart !== null && <ResultChart result={shown} choice={chart} onChange={onChart} />}
        {run.rows.length > 0 && <ResultGrid result={shown} codes={run} label={t('grid.label')} />}
        {hasRows && <ExportBar request={run.request} isNamed={isNamed} />}
        {hasRows && <RoomRule />}
      </div>
    </Card>
  );
}
