import type { ErasureRequest, Person } from '#contracts/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leave } from '../../../client/session.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { TextButton } from '../../../shared/text-button.js';
import { say } from '../../../shared/toast.js';
import { ErasureWords, isHindered } from '../leaving/erasure-words.js';
import { useErasureDays } from '../leaving/use-leaving.js';
import { peopleQueries } from '../queries.js';

type EraseDialogProps = { readonly person: Person; readonly onClose: () => void };

/** Erases the person, for good: they are signed out everywhere, and come in no more. */
export function EraseDialog({ person: { personId }, onClose }: EraseDialogProps) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const daysOf = useErasureDays();
  const client = useQueryClient();
  const looking = peopleQueries.erasure();
  const { data: outlook, error } = useQuery(looking);
  const isBarred = isHindered(outlook);
  const erasing = useMutation({
    mutationFn: () => api.post('/own-data/erasure', { personId } satisfies ErasureRequest),
    retry: false,
    onSuccess: async () => {
      await leave();
      await navigate({ to: '/sign-in' });
      say(t('erase.done'));
    },
    // What stands in the way may have come meanwhile.
    onError: () => client.invalidateQueries({ queryKey: looking.queryKey }),
  });
  const wishing = useMutation({
    mutationFn: (wish: ErasureRequest['wish']) =>
      api.post('/own-data/erasure', { personId, wish } satisfies ErasureRequest),
    retry: false,
    onSuccess: () => client.invalidateQueries({ queryKey: looking.queryKey }),
  });
  const asked = outlook?.askedAt ?? null;
  return (
    <FormDialog
      opened
      danger
      title={t('erase.title')}
      intro={outlook === undefined || isBarred ? undefined : t('erase.intro')}
      submit={t('erase.send')}
      busy={erasing.isPending || (outlook === undefined && error === null)}
      barred={isBarred}
      error={isBarred ? wishing.error : (erasing.error ?? error)}
      onClose={onClose}
      onSubmit={() => erasing.mutate()}
    >
      {error === null && (
        <ErasureWords isOwn outlook={outlook} words={[t('erase.ends'), t('erase.goes'), t('erase.stays')]} />
      )}
      {isBarred && (
        <>
          <p>{asked === null ? t('erase.askWhat') : t('erase.asked', daysOf(asked))}</p>
          <TextButton
            disabled={wishing.isPending}
            onClick={() => wishing.mutate(asked === null ? 'when-possible' : 'withdrawn')}
          >
            {t(asked === null ? 'erase.ask' : 'erase.withdraw')}
          </TextButton>
        </>
      )}
    </FormDialog>
  );
}
