import type { MailView } from '#contracts/people';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { peopleQueries } from '../queries.js';
import classes from './admin.module.css';

function Facts({ view: { way, server, from, sentAt, failed } }: { readonly view: MailView }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const when = (at: string) => formats.full(new Date(at));
  const facts = [
    [t('mail.server'), server ?? t(`mail.way.${way}`)],
    ...(from === null ? [] : [[t('mail.from'), from] as const]),
    [t('mail.sent'), sentAt === null ? t('mail.never') : when(sentAt)],
    [
      t('mail.failed'),
      failed === null ? t('mail.never') : t('mail.failedAt', { at: when(failed.at), code: failed.code }),
    ],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.claim}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How mails leave, how the last ones fared, and a letter to oneself that tries it. */
export function MailCard() {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { queryKey } = peopleQueries.mail();
  const { data: view, error, refetch } = useQuery(peopleQueries.mail());
  const trying = useMutation({
    mutationFn: () => api.post<MailView>('/mail/test', undefined),
    retry: false,
    onSuccess: (after) => {
      client.setQueryData(queryKey, after);
      say(t('mail.done'));
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <Card title={t('mail.title')}>
      {view === undefined &&
        (error === null ? <Loading rows={3} /> : <Failure compact error={error} retry={() => void refetch()} />)}
      {view !== undefined && (
        <div className={classes.switch}>
          <Facts view={view} />
          <p className={classes.intro}>{t('mail.explain')}</p>
          <Problem error={trying.error} />
          <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
            {t('mail.test')}
          </Button>
        </div>
      )}
    </Card>
  );
}
