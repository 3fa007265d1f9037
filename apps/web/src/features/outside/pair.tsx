import { codesOf } from '#contracts/kernel/codes';
import type { Series } from '#contracts/outside';
import { seriesFlags } from '#contracts/outside/codes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fileAddress, outsideQueries } from './queries.js';
import { FilterSelect } from '../../shared/filter-select.js';
import { IconChartLine, IconDownload, IconTable } from '../../shared/icons.js';
import { useLabels } from '../../shared/labels.js';
import { Card } from '../../shared/page.js';
import { Failure, Loading } from '../../shared/states.js';
import { TextButton } from '../../shared/text-button.js';
import { useFormats } from '../../shared/time.js';
import classes from './outside.module.css';
import { PairChart } from './pair-chart.js';
import { comparisonOf, marksOf, ownMarksOf, secretsOf, windowOf } from './pair-model.js';
import { PairTable } from './pair-table.js';
import { ReadingInWords, useReading } from './reading.js';
import { useWords } from './words.js';

const years: Readonly<Record<string, number | undefined>> = { '1': 1, '5': 5, all: undefined };
const usualYears = 3;

function Filters({ series }: { readonly series: Series }) {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const search = useSearch({ from: '/signed-in/trends/outside' });
  const navigate = useNavigate({ from: '/trends/outside' });
  const set = (part: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const places = series.places
    .map((value) => ({ value, label: labels.municipality(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, labels.language));
  return (
    <div className={classes.filters} data-no-print>
      {places.length > 0 && (
        <FilterSelect
          label={t('filter.municipality')}
          value={series.places.find((one) => one === search.municipality)}
          options={places}
          onChange={(municipality) => set({ municipality })}
        />
      )}
      <span className={classes.span}>
        <label>
          {t('filter.span')}{' '}
          <select value={search.span ?? ''} onChange={(event) => set({ span: event.target.value || undefined })}>
            <option value="1">{t('filter.years', { count: 1 })}</option>
            <option value="">{t('filter.years', { count: usualYears })}</option>
            <option value="5">{t('filter.years', { count: 5 })}</option>
            <option value="all">{t('filter.everything')}</option>
          </select>
        </label>
      </span>
    </div>
  );
}

/** One series and the platform's own inflow: in words, as a chart or as a table. */
export function Pair({ series }: { readonly series: Series }) {
  const { t } = useTranslation(['outside', 'common']);
  const labels = useLabels();
  const formats = useFormats();
  const words = useWords();
  const search = useSearch({ from: '/signed-in/trends/outside' });
  const navigate = useNavigate({ from: '/trends/outside' });
  const municipality = series.places.includes(search.municipality ?? '') ? search.municipality : undefined;
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    ...outsideQueries.oneSeries(series.seriesId, municipality),
    placeholderData: keepPreviousData,
  });
  const { data: answer = null, error: ownError } = useQuery(outsideQueries.ownInflow(municipality));
  const own = ownMarksOf(answer);
  const marks = marksOf(view?.values ?? [], view?.flags);
  const secrets = view === undefined ? [] : secretsOf(view);
  const compared = view === undefined ? undefined : comparisonOf(view, own);
  const reading = useReading(series, compared, marks.at(-1));
  if (view === undefined) {
    return (
      <Card>{error === null ? <Loading rows={6} /> : <Failure error={error} retry={() => void refetch()} />}</Card>
    );
  }
  const { span = '' } = search;
  const window = windowOf([...marks, ...secrets, ...own], span in years ? years[span] : usualYears);
  const inWindow = [...marks, ...secrets].filter(
    ({ from, until }) => window !== undefined && from >= window.from && until <= window.until,
  );
  const seen = codesOf(seriesFlags).filter((flag) => inWindow.some(({ flags }) => flags.includes(flag)));
  const isTable = search.view === 'table';
  const shown = { series, marks, secrets, own };
  const place = municipality === undefined ? t('region') : labels.municipality(municipality);
  return (
    <>
      <ReadingInWords text={reading} />
      <Filters series={series} />
      <Card
        title={t('chart.title', { title: labels.text(series.title), place })}
        aside={
          <TextButton
            icon={isTable ? <IconChartLine size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            onClick={() =>
              void navigate({
                search: { ...search, view: isTable ? undefined : 'table' },
                replace: true,
                resetScroll: false,
              })
            }
          >
            {t(isTable ? 'asChart' : 'asTable')}
          </TextButton>
        }
      >
        {window !== undefined &&
          (isTable ? (
            <PairTable {...shown} window={window} />
          ) : (
            <PairChart {...shown} window={window} summary={reading.replaceAll(/<\/?b>/g, '')} />
          ))}
        <div className={classes.notes}>
          {view.summed && <p>{t('note.summed', { count: series.places.length })}</p>}
          {view.withoutSum.length > 0 && (
            <p>
              {t('note.withoutSum', {
                count: view.withoutSum.length,
                first: words.period(view.withoutSum[0] ?? ''),
                last: words.period(view.withoutSum.at(-1) ?? ''),
              })}
            </p>
          )}
          {marks.length === 0 && <p>{t('note.choosePlace')}</p>}
          {seen.map((flag) => (
            <p key={flag}>{t(`flag.${flag}`)}</p>
          ))}
          {ownError !== null && <p role="alert">{t('note.ownAway')}</p>}
          {own.length > 0 && answer !== null && <p>{t('note.rounded', { base: answer.standing.base })}</p>}
          <p>
            {t('note.import', {
              person: series.importedByName ?? t('common:person.erased'),
              date: formats.date(new Date(series.importedAt)),
              hash: series.hash.slice(0, 12),
            })}{' '}
            {view.earlier.length > 0 && t('note.earlier', { count: view.earlier.length })}
          </p>
          <p data-no-print>
            {t('note.files')}{' '}
            {(['csv', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                className={classes.download}
                href={fileAddress(series.seriesId, format, { municipality, language: labels.language })}
                download
              >
                <IconDownload size={14} aria-hidden /> {format === 'csv' ? 'CSV' : 'Excel'}
                <span className="visually-hidden"> {labels.text(series.title)}</span>
              </a>
            ))}
          </p>
        </div>
      </Card>
    </>
  );
}
