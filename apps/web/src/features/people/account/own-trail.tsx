import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/page.js';
import { peopleQueries } from '../queries.js';
import { TrailList } from '../trail/trail-list.js';
import classes from './account.module.css';

/** What the trail tells of the person. */
export function OwnTrail() {
  const { t } = useTranslation('account');
  return (
    <Card title={t('trail.title')}>
      <p className={classes.intro}>{t('trail.intro')}</p>
      <TrailList pages={peopleQueries.ownTrail()} />
    </Card>
  );
}
