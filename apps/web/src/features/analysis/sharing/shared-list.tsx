import type { SharedFigure } from '#contracts/monitoring';
import { mayRemoveShared, mayWithdraw } from '#domain/monitoring';
import { viewerOf } from '#domain/people';
import { sharedTitle } from '#figures';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { shareQueries } from './share-queries.js';
import { useSession } from '../../../client/session.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { WithdrawDialog, Withdrawn } from '../../../shared/withdrawal.js';
import classes from './share.module.css';

function SharedRow({ figure }: { readonly figure: SharedFigure }) {
  const { t } = useTranslation(['sharing', 'common']);
  const [withdrawing, setWithdrawing] = useState(false);
  const session = useSession();
  const labels = useLabels();
  const formats = useFormats();
  const client = useQueryClient();
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: ['shared-figures'] }), retry: false };
  const address = `/shared-figures/${figure.figureId}`;
  const pinning = useMutation({ mutationFn: (pinned: boolean) => api.put(`${address}/pinned`, { pinned }), ...again });
  const removing = useMutation({ mutationFn: () => api.delete(address), ...again });
  const mayRemove = mayRemoveShared(viewerOf(session), figure);
  const error = pinning.error ?? removing.error;
  return (
    <li className={classes.item}>
      <Link to="/public/figures/$figureId" params={{ figureId: figure.figureId }} className={classes.link}>
        {sharedTitle(figure.question, labels.language)}
      </Link>
      {figure.remark !== '' && <span className={classes.quiet}>{figure.remark}</span>}
      {figure.withdrawn !== null && (
        <span className={classes.quiet}>
          <Withdrawn what="remark" withdrawal={figure.withdrawn} />
        </span>
      )}
      <span className={classes.quiet}>
        {t('made', {
          who: figure.madeByName ?? t('common:person.erased'),
          when: formats.full(new Date(figure.madeAt)),
        })}
        {figure.pinned && ` · ${t('pinned')}`}
      </span>
      <span className={classes.actions}>
        <TextButton onClick={() => pinning.mutate(!figure.pinned)}>{t(figure.pinned ? 'unpin' : 'pinNow')}</TextButton>
        {mayRemove && <TextButton onClick={() => removing.mutate()}>{t('remove')}</TextButton>}
        {figure.remark !== '' && mayWithdraw(viewerOf(session), figure) && (
          <TextButton onClick={() => setWithdrawing(true)}>{t('common:withdrawal.title.remark')}</TextButton>
        )}
      </span>
      {withdrawing && <WithdrawDialog what="remark" path={address} onClose={() => setWithdrawing(false)} />}
      <Problem error={error} />
    </li>
  );
}

/** What was shared before, with its address and its pin. */
export function SharedList() {
  const { t } = useTranslation('sharing');
  const { data, error, refetch } = useQuery(shareQueries.sharedFigures());
  return (
    <Card title={t('list')}>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data?.length === 0 && <p className={classes.quiet}>{t('listEmpty')}</p>}
      <ul className={classes.list}>
        {data?.map((figure) => (
          <SharedRow key={figure.figureId} figure={figure} />
        ))}
      </ul>
    </Card>
  );
}
