import { caseStatuses } from '#contracts/case/codes';
import type { OperationsView, TaskQueueView } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { IconCloudOff } from '../../shared/icons.js';
import { useLabels } from '../../shared/labels.js';
import { Card } from '../../shared/page.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import { Empty } from '../../shared/states.js';
import { useAges } from '../../shared/ages.js';
import { Figure, Figures } from '../../shared/figure.js';

type QueueProps = { readonly queue: TaskQueueView | null; readonly cases: OperationsView['cases'] };

/** What waits in Temporal and who takes it, and how many cases are open; closed ones, and those imported as such, are told apart. */
export function Queue({ queue, cases }: QueueProps) {
  const { t } = useTranslation('operations');
  const labels = useLabels();
  const ages = useAges();
  if (queue === null) {
    return (
      <Card title={t('queue.title')}>
        <Empty compact icon={<IconCloudOff size={22} />} title={t('queue.away')} text={t('queue.awayText')} />
      </Card>
    );
  }
  const open = queue.openCases.filter(({ status }) => status !== 'closed');
  const all = open.reduce((total, { count }) => total + count, 0);
  const kept = queue.openCases.find(({ status }) => status === 'closed')?.count ?? 0;
  return (
    <Card title={t('queue.title')}>
      <Figures>
        {queue.tasks.map(({ kind, backlog, backlogAge, pollers }) => (
          <Figure key={kind} name={t(`task.${kind}`)} value={String(backlog)} warned={backlog > 0 && backlogAge > 10}>
            {backlog === 0 ? t('queue.nothing') : t('queue.oldest', { age: ages.lasting(backlogAge) })}
            {' · '}
            {t('queue.pollers', { count: pollers })}
          </Figure>
        ))}
        <Figure name={t('queue.closed')} value={String(cases.closed)}>
          {t('queue.closedText', { kept })}
        </Figure>
        <Figure name={t('queue.imported')} value={String(cases.imported)}>
          {t('queue.importedText')}
        </Figure>
        {queue.failing !== null && (
          <Figure name={t('queue.failing')} value={String(queue.failing)} warned={queue.failing > 0}>
            {t(queue.failing === 0 ? 'queue.failingNone' : 'queue.failingSome')}
          </Figure>
        )}
      </Figures>
      <ReadingTable label={t('queue.open')} caption={t('queue.open')}>
        <tbody>
          {open.map(({ status, count }) => (
            <tr key={status}>
              <th scope="row">{labels.of(caseStatuses, status)}</th>
              <td className={numberCell}>{count}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('queue.total')}</th>
            <td className={numberCell}>{all}</td>
          </tr>
        </tbody>
      </ReadingTable>
    </Card>
  );
}
