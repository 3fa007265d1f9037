import type { Series } from '#contracts/outside';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../client/api.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { useLabels } from '../../shared/labels.js';

type RemoveDialogProps = {
  readonly series: Series;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Asks before a series is removed for everybody. */
export function RemoveDialog({ series, onClose, onDone }: RemoveDialogProps) {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => api.delete(`/outside/series/${series.seriesId}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['outside'] });
      onDone();
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('remove.title')}
      intro={t('remove.intro', { title: labels.text(series.title) })}
      submit={t('remove.send')}
      busy={removing.isPending}
      error={removing.error}
      onClose={onClose}
      onSubmit={() => removing.mutate()}
    />
  );
}
