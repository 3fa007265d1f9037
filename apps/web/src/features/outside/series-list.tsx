import type { Series } from '#contracts/outside';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../shared/chips.js';
import { IconExternalLink, IconFlag } from '../../shared/icons.js';
import { useLabels } from '../../shared/labels.js';
import { Card } from '../../shared/page.js';
import { useFormats } from '../../shared/time.js';
import classes from './outside.module.css';
import { useWords } from './words.js';

type SeriesListProps = {
  readonly all: readonly Series[];
  readonly selected: Series;
  readonly onSelect: (seriesId: string) => void;
};

/** All public series: what each counts, who published it, under which licence and when. */
export function SeriesList({ all, selected, onSelect }: SeriesListProps) {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const formats = useFormats();
  const words = useWords();
  return (
    <Card title={t('list.title')}>
      <ul className={classes.list}>
        {all.map((series) => (
          <li key={series.seriesId} className={classes.item} data-selected={series === selected || undefined}>
            <button
              type="button"
              className={classes.name}
              aria-pressed={series === selected}
              onClick={() => onSelect(series.seriesId)}
            >
              {labels.text(series.title)}
            </button>
            {series.demonstration && (
              <Chip tone="amber" icon={<IconFlag size={14} aria-hidden />}>
                {t('list.demonstration')}
              </Chip>
            )}
            <p className={classes.quiet}>
              {t(`found.grain.${series.grain}`, { first: words.period(series.first), last: words.period(series.last) })}
            </p>
            <p className={classes.quiet}>
              {series.sourceUrl === null ? (
                series.source
              ) : (
                <a href={series.sourceUrl} target="_blank" rel="noreferrer" className={classes.link}>
                  {series.source} <IconExternalLink size={13} aria-hidden />
                </a>
              )}
              {' · '}
              {series.licence}
              {' · '}
              {t('list.published', { date: formats.date(new Date(`${series.publishedOn}T12:00:00Z`)) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
