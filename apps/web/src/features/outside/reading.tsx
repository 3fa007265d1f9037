import type { Series } from '#contracts/outside';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import { Rich } from '../../shared/rich.js';
import classes from './outside.module.css';
import type { Comparison, Mark } from './pair-model.js';
import { useWords } from './words.js';

/** What stands beside each other, in one sentence. */
export function useReading(series: Series, compared: Comparison | undefined, last: Mark | undefined): string {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const words = useWords();
  const about = { title: labels.text(series.title), unit: labels.text(series.unit) };
  if (last === undefined) {
    return t('reading.nothing', about);
  }
  if (compared === undefined) {
    return t('reading.young', { ...about, value: words.value(last.value), period: words.period(last.period) });
  }
  const { before, after } = compared;
  const told = {
    ...about,
    earlier: words.stretch(before.first, before.last),
    later: words.stretch(after.first, after.last),
    before: words.value(before.value),
    after: words.value(after.value),
  };
  if (compared.broken !== undefined) {
    return t('reading.broken', { ...told, period: words.period(compared.broken.period) });
  }
  return before.own === undefined || after.own === undefined
    ? t('reading.alone', told)
    : t('reading.both', { ...told, ownBefore: words.about(before.own), ownAfter: words.about(after.own) });
}

/** The sentence, before any picture. */
export function ReadingInWords({ text }: { readonly text: string }) {
  const { t } = useTranslation('outside');
  return (
    <section className={classes.reading} aria-label={t('reading.label')}>
      <p className={classes.main}>
        <Rich text={text} />
      </p>
      <p className={classes.more}>{t('reading.caution')}</p>
    </section>
  );
}
