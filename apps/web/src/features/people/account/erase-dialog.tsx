import type { ErasureRequest, Person } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leave } from '../../../client/session.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { ErasureWords } from '../erasure-words.js';

type EraseDialogProps = { readonly person: Person; readonly onClose: () => void };

/** Erases the person, for good: they are signed out everywhere, and come in no more. */
export function EraseDialog({ person: { personId }, onClose }: EraseDialogProps) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const erasing = useMutation({
    mutationFn: () => api.post('/own-data/erasure', { personId } satisfies ErasureRequest),
    retry: false,
    onSuccess: async () => {
      await leave();
      await navigate({ to: '/sign-in' });
      say(t('erase.done'));
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('erase.title')}
      intro={t('erase.intro')}
      submit={t('erase.send')}
      busy={erasing.isPending}
      error={erasing.error}
      onClose={onClose}
      onSubmit={() => erasing.mutate()}
    >
      <ErasureWords words={[t('erase.ends'), t('erase.goes'), t('erase.stays')]} error={erasing.error} />
    </FormDialog>
  );
}
