import { reachOf } from '#figures';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Page } from '../../shared/page.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import { useFormats } from '../../shared/time.js';
import classes from './trends.module.css';
import { useScene } from './use-scene.js';

/** Charts and what draws them come while the figures are fetched. */
const Dashboard = lazy(async () => ({ default: (await import('./dashboard.js')).Dashboard }));

/** What changed since a date and whether that is more than chance. */
export function TrendsPage() {
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const search = useSearch({ from: '/signed-in/trends' });
  const state = useScene(search);
  const standing = state.is === 'ready' ? state.scene.standing : null;
  const reach = standing === null ? null : reachOf(standing);
  const beside =
    standing === null || reach === null ? undefined : t(`standing.${standing.tier}`, { date: formats.date(reach) });
  const loading = (
    <Card>
      <Loading rows={8} />
    </Card>
  );
  return (
    <Page title={common('nav.trends')} beside={beside}>
      {state.is === 'failed' && <Failure error={state.error} retry={state.retry} />}
      {state.is === 'loading' && loading}
      {(state.is === 'ready' || state.is === 'empty') && (
        <Suspense fallback={loading}>
          <div className={classes.page} data-old={(state.is === 'ready' && state.isOld) || undefined}>
            <Dashboard search={search} scene={state.is === 'ready' ? state.scene : null} />
            {state.is === 'empty' && (
              <Card>
                <Empty title={t('empty.title')} text={t('empty.text')} />
              </Card>
            )}
          </div>
        </Suspense>
      )}
      <p className={classes.foot}>
        <Link to="/trends/how-we-count">{t('howWeCount.title')}</Link>
      </p>
    </Page>
  );
}
