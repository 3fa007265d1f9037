import type { PersonLine } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { ErasureWords } from '../erasure-words.js';
import { useMembersAnew } from '../members/use-member-deed.js';

type ErasePersonDialogProps = { readonly person: PersonLine; readonly onClose: () => void };

/** Erases somebody, who asked for it, for good. */
export function ErasePersonDialog({ person: { personId, name }, onClose }: ErasePersonDialogProps) {
  const { t } = useTranslation('admin');
  const readAnew = useMembersAnew();
  const erasing = useMutation({
    mutationFn: () => api.delete(`/people/${personId}`),
    retry: false,
    onSuccess: async () => {
      onClose();
      say(t('people.erased', { name }));
      await readAnew();
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('people.eraseTitle', { name })}
      intro={t('people.eraseIntro')}
      submit={t('people.eraseSend')}
      busy={erasing.isPending}
      error={erasing.error}
      onClose={onClose}
      onSubmit={() => erasing.mutate()}
    >
      <ErasureWords words={[t('people.ends'), t('people.goes'), t('people.stays')]} error={erasing.error} />
    </FormDialog>
  );
}
