import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconArrowLeft } from '../../../shared/icons.js';
import { Page } from '../../../shared/page.js';
import { HowWeCount } from './how-we-count.js';
import classes from './trends.module.css';

/** The rules of the figures for those who are signed in. */
export function HowWeCountPage() {
  const { t } = useTranslation('trends');
  return (
    <Page title={t('howWeCount.title')}>
      <Link to="/trends" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('howWeCount.back')}
      </Link>
      <HowWeCount />
    </Page>
  );
}
