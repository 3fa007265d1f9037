import { useTranslation } from 'react-i18next';
import { Rich } from '../../../../shared/rich.js';
import classes from './opening.module.css';

/** What the figures say, before any picture. */
export function Opening({ main, more }: { readonly main: string; readonly more: readonly string[] }) {
  const { t } = useTranslation('trends');
  return (
    <section className={classes.reading} aria-label={t('reading')}>
      <p className={classes.main}>
        <Rich text={main} />
      </p>
      {more.map((text) => (
        <p key={text} className={classes.more}>
          <Rich text={text} />
        </p>
      ))}
    </section>
  );
}
