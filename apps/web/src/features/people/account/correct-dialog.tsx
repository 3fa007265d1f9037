import type { OwnDataRequest, Person } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { verifySession } from '../../../client/session.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { PersonFields } from '../person-fields.js';

type CorrectDialogProps = { readonly person: Person; readonly onClose: () => void };

/** Corrects what others see of the person, and the language in which Relais writes to them. */
export function CorrectDialog({ person: { name, language }, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('account');
  const draft = useDraft<OwnDataRequest>('own-data', { name, language });
  const correct = useMutation({
    mutationFn: (request: OwnDataRequest) => api.put('/own-data', request),
    onSuccess: async () => {
      draft.forget();
      await verifySession();
      say(t('data.corrected'));
      onClose();
    },
  });
  const written = draft.value.name.trim();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('data.correct')}
      intro={t('data.correctIntro')}
      submit={t('data.save')}
      onSubmit={() => correct.mutate({ ...draft.value, name: written })}
      busy={correct.isPending}
      disabled={written === ''}
      error={correct.error}
      draft={draft.notice}
    >
      <PersonFields own value={draft.value} onChange={draft.change} />
    </FormDialog>
  );
}
