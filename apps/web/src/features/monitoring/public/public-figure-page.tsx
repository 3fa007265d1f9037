import { sharedTitle } from '#figures';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { monitoringQueries } from '../queries.js';
import { useLabels } from '../../../shared/labels.js';
import { Failure, Loading } from '../../../shared/states.js';
import { later } from '../../../shared/later.js';
import classes from '../trends/trends.module.css';
import { PublicFrame } from './public-frame.js';

const Withdrawn = later(() => import('../../../shared/withdrawal.js'), 'Withdrawn');
const SharedCard = later(() => import('../../../shared/figures/shared-card.js'), 'SharedCard');

/** One figure that analysts shared, for everybody. */
export function PublicFigurePage() {
  const { t } = useTranslation('public');
  const labels = useLabels();
  const { figureId } = useParams({ from: '/public/figures/$figureId' });
  const { data, error, refetch } = useQuery(monitoringQueries.sharedFigure(figureId));
  const title = data === undefined ? t('figure') : sharedTitle(data.figure.question, labels.language);
  return (
    <PublicFrame title={title}>
      {data !== undefined && (
        <Suspense fallback={<Loading rows={5} />}>
          <SharedCard figure={data.figure} answer={data.answer} />
          {data.figure.withdrawn !== null && (
            <p className={classes.foot}>
              <Withdrawn what="remark" withdrawal={data.figure.withdrawn} />
            </p>
          )}
        </Suspense>
      )}
      {data === undefined &&
        (error === null ? <Loading rows={5} /> : <Failure error={error} retry={() => void refetch()} />)}
      <p className={classes.foot}>
        <Link to="/public">{t('toTrends')}</Link>
      </p>
    </PublicFrame>
  );
}
