import type { Saved } from '#contracts/analysis';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { workbenchQueries } from '../queries.js';
import { FormDialog } from '../../../shared/form-dialog.js';

type DeleteDialogProps = { readonly saved: Saved; readonly onClose: () => void; readonly onDone: () => void };

/** Asks before a saved query is gone for everybody who has its address. */
export function DeleteDialog({ saved, onClose, onDone }: DeleteDialogProps) {
  const { t } = useTranslation('workbench');
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => api.delete(`/analysis/saved/${saved.savedId}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: workbenchQueries.savedQueries().queryKey });
      onDone();
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('delete.title')}
      intro={t('delete.intro', { name: saved.name })}
      submit={t('delete.send')}
      busy={deleting.isPending}
      error={deleting.error}
      onClose={onClose}
      onSubmit={() => deleting.mutate()}
    />
  );
}
