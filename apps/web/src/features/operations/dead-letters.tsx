import type { DeadLetter, OperationsView, RedriveAnswer } from '#contracts/operations';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../client/api.js';
import { operationsQueries } from '../../shared/operations-queries.js';
import { Chip } from '../../shared/chips.js';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '../../shared/icons.js';
import { Card } from '../../shared/page.js';
import { Empty } from '../../shared/states.js';
import { useFormats, useNow } from '../../shared/time.js';
import { say, sayFailed } from '../../shared/toast.js';
import classes from './operations.module.css';

function DeadLetterRow({ letter }: { readonly letter: DeadLetter }) {
  const { t } = useTranslation('operations');
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const redriving = useMutation({
    mutationFn: () => api.post<OperationsView>(`/operations/dead-letters/${letter.deadLetterId}/redrive`, {}),
    onSuccess: (view) => {
      client.setQueryData(operationsQueries.operations().queryKey, view);
      say(t('letters.redriven'));
    },
    onError: sayFailed,
  });
  return (
    <li className={classes.letter}>
      <div className={classes.letterText}>
        <p className={classes.letterHead}>
          <Chip tone="red" icon={<IconAlertTriangle size={15} aria-hidden />}>
            {t(`reason.${letter.reason}`)}
          </Chip>
          <code>
            {letter.topic} · {letter.partition} · {letter.offset}
          </code>
          <span className={classes.quiet}>{formats.dayTime(new Date(letter.recordedAt), now)}</span>
        </p>
        <p className={classes.detail} lang="en">
          {letter.detail}
        </p>
        {letter.key !== null && (
          <p className={classes.quiet}>
            {t('letters.key')} <code>{letter.key}</code>
          </p>
        )}
      </div>
      {letter.redrivenAt === null ? (
        <Button
          variant="default"
          leftSection={<IconRefresh size={17} />}
          loading={redriving.isPending}
          onClick={() => redriving.mutate()}
        >
          {t('letters.redrive')}
        </Button>
      ) : (
        <Chip tone="green" icon={<IconCircleCheck size={15} aria-hidden />}>
          {t('letters.redrivenAt', { when: formats.dayTime(new Date(letter.redrivenAt), now) })}
        </Chip>
      )}
    </li>
  );
}

/** One button for each reason that several letters have. */
function Together({ letters }: { readonly letters: readonly DeadLetter[] }) {
  const { t } = useTranslation('operations');
  const client = useQueryClient();
  const redriving = useMutation({
    mutationFn: (reason: DeadLetter['reason']) =>
      api.post<RedriveAnswer>('/operations/dead-letters/redrive', { reason }),
    onSuccess: ({ view, redriven, stillBroken }) => {
      client.setQueryData(operationsQueries.operations().queryKey, view);
      say(t('letters.together', { redriven, stillBroken }));
    },
    onError: sayFailed,
  });
  const open = letters.filter(({ redrivenAt }) => redrivenAt === null);
  const reasons = [...new Set(open.map(({ reason }) => reason))]
    .map((reason) => ({ reason, count: open.filter((one) => one.reason === reason).length }))
    .filter(({ count }) => count > 1);
  return (
    reasons.length > 0 && (
      <p className={classes.together}>
        {reasons.map(({ reason, count }) => (
          <Button
            key={reason}
            variant="default"
            leftSection={<IconRefresh size={17} />}
            loading={redriving.isPending && redriving.variables === reason}
            disabled={redriving.isPending}
            onClick={() => redriving.mutate(reason)}
          >
            {t('letters.redriveAll', { count, reason: t(`reason.${reason}`) })}
          </Button>
        ))}
      </p>
    )
  );
}

/** Records that could not be applied: why, and the buttons that drive them again after a fix. */
export function DeadLetters({ view }: { readonly view: Pick<OperationsView, 'deadLetters' | 'deadLettersOpen'> }) {
  const { t } = useTranslation('operations');
  const { deadLetters: letters, deadLettersOpen } = view;
  const listed = letters.filter(({ redrivenAt }) => redrivenAt === null).length;
  return (
    <Card title={t('letters.title')}>
      {letters.length === 0 ? (
        <Empty compact icon={<IconCircleCheck size={22} />} title={t('letters.none')} text={t('letters.noneText')} />
      ) : (
        <>
          <p className={classes.lead}>{t('letters.intro')}</p>
          <Together letters={letters} />
          {deadLettersOpen > listed && (
            <p className={classes.quiet}>{t('letters.listed', { listed, count: deadLettersOpen })}</p>
          )}
          <ul>
            {letters.map((letter) => (
              <DeadLetterRow key={letter.deadLetterId} letter={letter} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
