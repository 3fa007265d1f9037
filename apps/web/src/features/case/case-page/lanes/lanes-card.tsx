import type { CaseView } from '#contracts/case';
import { useElementSize } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../../../../shared/later.js';
import { Card } from '../../../../shared/page.js';
import { Empty, Loading } from '../../../../shared/states.js';
import { TextButton } from '../../../../shared/text-button.js';
import classes from './lanes.module.css';
import { LanesTable } from './lanes-table.js';

/** What draws it comes while the case is fetched. */
const LanesChart = later(() => import('./lanes-chart.js'), 'LanesChart');

/** Who is helping: lanes, or the same as a table. */
export function LanesCard({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('case-page');
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  if (view.referrals.length === 0) {
    return (
      <Card title={t('who.title')}>
        <Empty title={t('who.empty')} text={t('who.emptyText')} compact />
      </Card>
    );
  }
  return (
    <Card
      title={t('who.title')}
      aside={<TextButton onClick={() => setAsTable(!asTable)}>{t(asTable ? 'who.lanes' : 'who.table')}</TextButton>}
    >
      <div ref={ref}>
        {asTable ? (
          <LanesTable view={view} />
        ) : (
          width > 0 && (
            <Suspense fallback={<Loading rows={3} />}>
              <LanesChart view={view} width={width} />
            </Suspense>
          )
        )}
      </div>
      {!asTable && view.earlier > 0 && <p className={classes.foot}>{t('who.earlierProgress')}</p>}
    </Card>
  );
}
