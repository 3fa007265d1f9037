import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { difficulties } from '#contracts/codes';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../app/queries.js';
import { IconChartLine, IconExternalLink, IconPrinter, IconTable } from '../../shared/icons.js';
import { Card, Page } from '../../shared/page.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import { useFormats, useNow } from '../../shared/time.js';
import { HeatTable } from './heat-table.js';
import { LineChart } from './line-chart.js';
import { useMoves } from './moving.js';
import { DifficultyPicker } from './picker.js';
import { Projection } from './projection.js';
import { ReadingInWords } from './reading.js';
import { SeriesTable } from './series-table.js';
import { TrendFilters } from './trend-filters.js';
import { byFrequency, readingOf, runningIndex } from './trend-model.js';
import classes from './trends.module.css';
import { useWords } from './words.js';

function isDifficulty(code: string | undefined): code is Difficulty {
  return code !== undefined && Object.hasOwn(difficulties, code);
}

function Figures({ trend, scope }: { readonly trend: DifficultyTrend; readonly scope: string }) {
  const { t } = useTranslation('trends');
  const search = useSearch({ from: '/signed-in/trends' });
  const navigate = useNavigate({ from: '/trends' });
  const formats = useFormats();
  const now = useNow();
  const words = useWords(trend.exact, trend.threshold);
  const running = runningIndex(trend.quarters, now);
  const reading = readingOf(trend, now);
  const { moves, at } = useMoves(trend, scope);
  // The order is that of the first answer: a figure that moves never moves a row.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const order = useMemo(() => byFrequency(trend, new Date()), [scope]);
  const told = reading?.risen ?? reading?.fallen ?? reading?.largest;
  const selected = isDifficulty(search.difficulty) ? search.difficulty : (told?.difficulty ?? order[0] ?? 'cash-flow');
  const go = (part: { difficulty?: string | undefined; view?: string | undefined }) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const select = (difficulty: Difficulty) => go({ difficulty });
  const isTable = search.view === 'table';
  const [move] = moves.filter((one) => one.difficulty !== null);
  const shared = { trend, selected, running, words };
  return (
    <>
      <ReadingInWords trend={trend} reading={reading} words={words} />
      <div className={classes.bar} data-no-print>
        <TrendFilters />
        <span className={classes.space} />
        <Button variant="default" leftSection={<IconExternalLink size={17} />} onClick={() => go({ view: 'project' })}>
          {t('project')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <p className={classes.moved} role="status">
        {at !== null &&
          (move === undefined || move.difficulty === null
            ? t('moved.some', { time: formats.clock(at) })
            : t('moved.one', {
                time: formats.clock(at),
                name: words.name(move.difficulty),
                quarter: words.quarter(trend.quarters[move.index] ?? ''),
                before: words.count(move.before),
                after: words.count(move.after),
              }))}
      </p>
      <div className={classes.columns}>
        <Card
          title={t('chart.title', { name: words.within(selected) })}
          aside={
            <button
              type="button"
              className={classes.toggle}
              data-no-print
              onClick={() => go({ view: isTable ? undefined : 'table' })}
            >
              {isTable ? <IconChartLine size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
              {t(isTable ? 'asChart' : 'asTable')}
            </button>
          }
        >
          {isTable ? (
            <SeriesTable {...shared} />
          ) : (
            <LineChart {...shared} reading={reading} height={540} onSelect={select} />
          )}
        </Card>
        <Card
          title={t('picker.title', {
            quarter: words.quarter(trend.quarters[reading?.to.last ?? trend.quarters.length - 1] ?? ''),
          })}
        >
          <DifficultyPicker {...shared} order={order} reading={reading} onSelect={select} />
          <p className={classes.legend}>{t('picker.legend')}</p>
        </Card>
      </div>
      <Card title={t('heat.title')} className={classes.heat}>
        <HeatTable {...shared} order={order} moves={moves} onSelect={select} />
      </Card>
      <div className={classes.exact}>
        <p>{trend.exact ? t('exact.coordinators') : t('exact.below', { threshold: trend.threshold })}</p>
        <p>{t('exact.counting')}</p>
      </div>
      {search.view === 'project' && (
        <Projection
          {...shared}
          order={order}
          reading={reading}
          onSelect={select}
          onClose={() => go({ view: undefined })}
        />
      )}
    </>
  );
}

/** Which difficulties rise and fall, quarter by quarter; in words first. */
export function TrendsPage() {
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const { from, to, sector, municipality } = useSearch({ from: '/signed-in/trends' });
  const filters = { from, to, sector, municipality };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queries.trend(filters),
    placeholderData: keepPreviousData,
  });
  const scope = [from, to, sector, municipality].join('/');
  const isEmpty = data !== undefined && data.quarters.length === 0;
  return (
    <Page title={common('nav.trends')} beside={t('beside')}>
      {data === undefined && error === null && (
        <Card>
          <Loading rows={8} />
        </Card>
      )}
      {data === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isEmpty && (
        <>
          <div className={classes.bar}>
            <TrendFilters />
          </div>
          <Card>
            <Empty title={t('empty.title')} text={t('empty.text')} />
          </Card>
        </>
      )}
      {data !== undefined && !isEmpty && (
        <div className={classes.page} data-old={isPlaceholderData || undefined}>
          <Figures trend={data} scope={isPlaceholderData ? 'waiting' : scope} />
        </div>
      )}
    </Page>
  );
}
