import type { AccountLine, FlowStart } from '#contracts/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconLink } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { CameBack } from '../came-back.js';
import { peopleQueries } from '../queries.js';
import classes from './account.module.css';

type LineProps = { readonly line: AccountLine; readonly busy: boolean; readonly onRemove: () => void };

function Line({ line, busy, onRemove }: LineProps) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  const linked = formats.full(new Date(line.linkedAt));
  const used = line.usedAt === null ? null : formats.full(new Date(line.usedAt));
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <p className={classes.device}>{line.provider}</p>
        <p className={classes.facts}>
          {used === null ? t('accounts.unused', { linked }) : t('accounts.facts', { linked, used })}
        </p>
      </div>
      <TextButton
        disabled={busy}
        onClick={onRemove}
        label={t('accounts.removeNamed', { provider: line.provider, linked })}
      >
        {t('accounts.remove')}
      </TextButton>
    </li>
  );
}

/** The accounts with which the person signs in: which there are, the way to another one, and the end of one. */
export function OwnAccounts() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const cameBack = useSearch({ from: '/signed-in/account' });
  const { data: options } = useQuery(peopleQueries.signInOptions());
  const { data: lines, error, refetch } = useQuery(peopleQueries.accounts());
  const link = useMutation({
    mutationFn: (providerId: string) => api.post<FlowStart>('/accounts', { providerId }),
    onSuccess: ({ address }) => location.assign(address),
  });
  const remove = useMutation({
    mutationFn: ({ accountId }: AccountLine) => api.delete(`/accounts/${accountId}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQueries.accounts().queryKey });
      say(t('accounts.removed'));
    },
  });
  if (lines === undefined || options === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  if (lines.length === 0 && options.providers.length === 0) {
    return null;
  }
  const busy = remove.isPending || link.isPending;
  const failed = remove.error ?? link.error;
  return (
    <Card title={t('accounts.title')}>
      <p className={classes.intro}>{t('accounts.intro')}</p>
      <div className={classes.problem}>{failed === null ? <CameBack {...cameBack} /> : <Problem error={failed} />}</div>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.accountId} line={line} busy={busy} onRemove={() => remove.mutate(line)} />
        ))}
      </ul>
      <p className={classes.deeds}>
        {options.providers.map(({ providerId, name }) => (
          <TextButton
            key={providerId}
            disabled={busy}
            icon={<IconLink size={16} aria-hidden />}
            onClick={() => link.mutate(providerId)}
          >
            {t('accounts.link', { provider: name })}
          </TextButton>
        ))}
      </p>
    </Card>
  );
}
