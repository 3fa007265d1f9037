import type { OperationsView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/page.js';
import { Empty } from '../../shared/states.js';
import { useAges } from './ages.js';
import classes from './operations.module.css';

/** How far each partition of Kafka is read, and how far it goes. */
export function Partitions({ view }: { readonly view: Pick<OperationsView, 'offsets' | 'readAt'> }) {
  const { t } = useTranslation('operations');
  const ages = useAges();
  const { offsets, readAt } = view;
  return (
    <Card title={t('offsets.title')}>
      {offsets.length === 0 ? (
        <Empty compact title={t('offsets.none')} text={t('offsets.noneText')} />
      ) : (
        <div className={classes.scroll} role="group" aria-label={t('offsets.title')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('offsets.topic')}</th>
                <th scope="col" className={classes.number}>
                  {t('offsets.partition')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('offsets.next')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('offsets.end')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('offsets.lag')}
                </th>
                <th scope="col">{t('offsets.updated')}</th>
              </tr>
            </thead>
            <tbody>
              {offsets.map((one) => (
                <tr key={`${one.topic} ${one.partition}`}>
                  <td>
                    <code>{one.topic}</code>
                  </td>
                  <td className={classes.number}>{one.partition}</td>
                  <td className={classes.number}>{one.next}</td>
                  <td className={classes.number}>{one.end ?? '–'}</td>
                  <td className={classes.number}>{one.lag ?? '–'}</td>
                  <td>{one.next === '0' ? '–' : ages.ago(one.updatedAt, readAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
