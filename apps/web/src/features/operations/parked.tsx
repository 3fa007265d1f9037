import type { OperationsView } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { IconCircleCheck } from '../../shared/icons.js';
import { Card } from '../../shared/page.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import { Empty } from '../../shared/states.js';
import { useAges } from '../../shared/ages.js';
import classes from './operations.module.css';

/** Cases with a gap in their events: what each waits for, and since when. */
export function Parked({ view }: { readonly view: Pick<OperationsView, 'parked' | 'readAt'> }) {
  const { t } = useTranslation('operations');
  const ages = useAges();
  const { parked, readAt } = view;
  return (
    <Card title={t('parked.title')}>
      {parked.length === 0 ? (
        <Empty compact icon={<IconCircleCheck size={22} />} title={t('parked.none')} text={t('parked.noneText')} />
      ) : (
        <>
          <p className={classes.lead}>{t('parked.intro')}</p>
          <ReadingTable label={t('parked.title')}>
            <thead>
              <tr>
                <th scope="col">{t('parked.subject')}</th>
                <th scope="col">{t('parked.waitingFor')}</th>
                <th scope="col" className={numberCell}>
                  {t('parked.events')}
                </th>
                <th scope="col">{t('parked.since')}</th>
              </tr>
            </thead>
            <tbody>
              {parked.map((one) => (
                <tr key={one.subject}>
                  <td>
                    <code>{one.subject}</code>
                  </td>
                  <td>{t(one.deadLetter ? 'parked.letter' : 'parked.missing', { sequence: one.waitingFor })}</td>
                  <td className={numberCell}>{one.events}</td>
                  <td>{ages.ago(one.since, readAt)}</td>
                </tr>
              ))}
            </tbody>
          </ReadingTable>
        </>
      )}
    </Card>
  );
}
