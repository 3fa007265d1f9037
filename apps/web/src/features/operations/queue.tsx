import { caseStatuses } from '#contracts/case/codes';
import type { TaskQueueView } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { IconCloudOff } from '../../shared/icons.js';
import { useLabels } from '../../shared/labels.js';
import { Card } from '../../shared/page.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import { Empty } from '../../shared/states.js';
import { useAges } from './ages.js';
import { Figure } from './flow.js';
import parts from './parts.module.css';

/** What waits in Temporal and who takes it, and how many cases it keeps: a closed one, too, while it may be reopened. */
export function Queue({ queue }: { readonly queue: TaskQueueView | null }) {
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
  const all = queue.openCases.reduce((total, { count }) => total + count, 0);
  return (
    <Card title={t('queue.title')}>
      <dl className={parts.figures}>
        {queue.tasks.map(({ kind, backlog, backlogAge, pollers }) => (
          <Figure key={kind} name={t(`task.${kind}`)} value={String(backlog)} warned={backlog > 0 && backlogAge > 10}>
            {backlog === 0 ? t('queue.nothing') : t('queue.oldest', { age: ages.lasting(backlogAge) })}
            {' · '}
            {t('queue.pollers', { count: pollers })}
          </Figure>
        ))}
        {queue.failing !== null && (
          <Figure name={t('queue.failing')} value={String(queue.failing)} warned={queue.failing > 0}>
            {t(queue.failing === 0 ? 'queue.failingNone' : 'queue.failingSome')}
          </Figure>
        )}
      </dl>
      <ReadingTable label={t('queue.open')} caption={t('queue.open')}>
        <tbody>
          {queue.openCases.map(({ status, count }) => (
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
