import { Suspense, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/page.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { later } from '../../../shared/later.js';
import type { Dashboard as DashboardComponent } from './dashboard.js';
import classes from './trends.module.css';
import type { SceneState } from './use-scene.js';

/** Charts and what draws them come while the figures are fetched. */
const Dashboard = later(() => import('./dashboard.js'), 'Dashboard');

type TrendsBodyProps = Omit<ComponentProps<typeof DashboardComponent>, 'scene'> & { readonly state: SceneState };

/** The figures, or why there are none. */
export function TrendsBody({ state, ...dashboard }: TrendsBodyProps) {
  const { t } = useTranslation('trends');
  const loading = (
    <Card>
      <Loading rows={8} />
    </Card>
  );
  return (
    <>
      {state.is === 'failed' && <Failure error={state.error} retry={state.retry} />}
      {state.is === 'loading' && loading}
      {(state.is === 'ready' || state.is === 'empty') && (
        <Suspense fallback={loading}>
          <div className={classes.page} data-old={(state.is === 'ready' && state.isOld) || undefined}>
            <Dashboard {...dashboard} scene={state.is === 'ready' ? state.scene : null} />
            {state.is === 'empty' && (
              <Card>
                <Empty title={t('empty.title')} text={t('empty.text')} />
              </Card>
            )}
          </div>
        </Suspense>
      )}
    </>
  );
}
