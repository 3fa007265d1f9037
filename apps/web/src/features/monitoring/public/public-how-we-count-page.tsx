import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconArrowLeft } from '../../../shared/icons.js';
import { HowWeCount } from '../trends/how-we-count.js';
import classes from '../trends/trends.module.css';
import { PublicFrame } from './public-frame.js';

/** The rules of the figures for everybody. */
export function PublicHowWeCountPage() {
  const { t } = useTranslation('public');
  const { t: trends } = useTranslation('trends');
  return (
    <PublicFrame title={trends('howWeCount.title')}>
      <Link to="/public" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('title')}
      </Link>
      <HowWeCount />
    </PublicFrame>
  );
}
