import { sharedTitle } from '#figures';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../../app/queries.js';
import { useLabels } from '../../shared/labels.js';
import { Failure, Loading } from '../../shared/states.js';
import { SharedCard } from '../shared-figures/preview.js';
import classes from '../trends/trends.module.css';
import { PublicFrame } from './public-frame.js';

/** One figure that analysts shared, for everybody. */
export function PublicFigurePage() {
  const { t } = useTranslation('public');
  const labels = useLabels();
  const { figureId } = useParams({ from: '/public/figures/$figureId' });
  const { data, error, refetch } = useQuery(queries.sharedFigure(figureId));
  const title = data === undefined ? t('figure') : sharedTitle(data.figure.question, labels.language);
  return (
    <PublicFrame title={title}>
      {data !== undefined && <SharedCard figure={data.figure} answer={data.answer} />}
      {data === undefined &&
        (error === null ? <Loading rows={5} /> : <Failure error={error} retry={() => void refetch()} />)}
      <p className={classes.foot}>
        <Link to="/public">{t('toTrends')}</Link>
      </p>
    </PublicFrame>
  );
}
