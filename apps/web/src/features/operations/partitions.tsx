import type { OperationsView } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/page.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import { Empty } from '../../shared/states.js';
import { useAges } from '../../shared/ages.js';

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
        <ReadingTable label={t('offsets.title')}>
          <thead>
            <tr>
              <th scope="col">{t('offsets.topic')}</th>
              <th scope="col" className={numberCell}>
                {t('offsets.partition')}
              </th>
              <th scope="col" className={numberCell}>
                {t('offsets.next')}
              </th>
              <th scope="col" className={numberCell}>
                {t('offsets.end')}
              </th>
              <th scope="col" className={numberCell}>
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
                <td className={numberCell}>{one.partition}</td>
                <td className={numberCell}>{one.next}</td>
                <td className={numberCell}>{one.end ?? '–'}</td>
                <td className={numberCell}>{one.lag ?? '–'}</td>
                <td>{one.next === '0' ? '–' : ages.ago(one.updatedAt, readAt)}</td>
              </tr>
            ))}
          </tbody>
        </ReadingTable>
      )}
    </Card>
  );
}
