import type { CaseView } from '#contracts/case';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../../shared/page.js';
import { Empty } from '../../../../shared/states.js';
import { TextButton } from '../../../../shared/text-button.js';
import { LanesChart } from './lanes-chart.js';
import classes from './lanes.module.css';
import { LanesTable } from './lanes-table.js';

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
        {asTable ? <LanesTable view={view} /> : width > 0 && <LanesChart view={view} width={width} />}
      </div>
      {!asTable && view.earlier > 0 && <p className={classes.foot}>{t('who.earlierProgress')}</p>}
    </Card>
  );
}
