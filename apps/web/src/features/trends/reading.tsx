import type { DifficultyTrend } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Rich } from '../../shared/rich.js';
import classes from './reading.module.css';
import type { Change, Reading, Span } from './trend-model.js';
import type { Words } from './words.js';

type ReadingProps = {
  readonly trend: DifficultyTrend;
  readonly reading: Reading | null;
  readonly words: Words;
  /** For an assembly, on a beamer. */
  readonly large?: boolean;
};

/** What the figures say, in words, before any picture: from complete quarters, and only what is more than chance. */
export function ReadingInWords({ trend, reading, words, large }: ReadingProps) {
  const { t } = useTranslation('trends');
  const look = `${classes.reading} ${large === true ? classes.large : ''}`;
  if (reading === null) {
    return (
      <section className={look} aria-label={t('reading.label')}>
        <p className={classes.main}>{t('reading.tooYoung')}</p>
      </section>
    );
  }
  const spanned = (span: Span) => {
    const quarter = words.quarter(trend.quarters[span.last] ?? '');
    return span.last > span.first ? t('reading.year', { quarter }) : quarter;
  };
  const quarters = { from: spanned(reading.from), to: spanned(reading.to) };
  const told = (change: Change) => ({
    name: words.within(change.difficulty),
    before: words.about(change.before),
    after: words.about(change.after),
    ...quarters,
  });
  const { risen, fallen, largest, cases } = reading;
  const first = risen ?? fallen;
  const main =
    first === null
      ? t(largest.after === null ? 'reading.hidden' : 'reading.steady', {
          ...told(largest),
          threshold: trend.threshold,
        })
      : t(first === risen ? 'reading.risen' : 'reading.fallen', told(first));
  return (
    <section className={look} aria-label={t('reading.label')}>
      <p className={classes.main}>
        <Rich text={main} />
      </p>
      <p className={classes.more}>
        {risen !== null && fallen !== null && <Rich text={`${t('reading.fallenToo', told(fallen))} `} />}
        {t('reading.cases', { before: words.about(cases.before), after: words.about(cases.after) })}
      </p>
    </section>
  );
}
