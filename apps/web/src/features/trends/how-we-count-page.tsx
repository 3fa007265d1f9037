import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconArrowLeft } from '../../shared/icons.js';
import { Card, Page } from '../../shared/page.js';
import classes from './trends.module.css';

const parts = ['rounded', 'whenPublished', 'chance', 'rates', 'not'] as const;

/** What the figures count, that and why they are rounded, how far off they may be, and what that does not protect from. */
export function HowWeCountPage() {
  const { t } = useTranslation('trends');
  return (
    <Page title={t('howWeCount.title')}>
      <Link to="/trends" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('howWeCount.back')}
      </Link>
      <Card>
        {parts.map((part) => (
          <section key={part} className={classes.prose}>
            <h2>{t(`howWeCount.${part}.title`)}</h2>
            <p>{t(`howWeCount.${part}.text`)}</p>
          </section>
        ))}
      </Card>
    </Page>
  );
}
