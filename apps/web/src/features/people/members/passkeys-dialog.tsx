import type { Member } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';

type PasskeysDialogProps = { readonly member: Member; readonly onClose: () => void };

/** Removes the passkeys that somebody lost. */
export function PasskeysDialog({ member: { person }, onClose }: PasskeysDialogProps) {
  const { t } = useTranslation('members');
  const removing = useMutation({
    mutationFn: () => api.delete(`/passkeys/of/${person.personId}`),
    retry: false,
    onSuccess: () => {
      say(t('passkeys.done', { name: person.name }));
      onClose();
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('passkeys.title', { name: person.name })}
      intro={t('passkeys.intro')}
      submit={t('passkeys.send')}
      busy={removing.isPending}
      error={removing.error}
      onClose={onClose}
      onSubmit={() => removing.mutate()}
    />
  );
}
