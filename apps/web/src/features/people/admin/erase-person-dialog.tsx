import type { PersonLine } from '#contracts/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { ErasureWords, isHindered } from '../leaving/erasure-words.js';
import { peopleQueries } from '../queries.js';
import { useMembersAnew } from '../members/use-member-deed.js';

type ErasePersonDialogProps = { readonly person: PersonLine; readonly onClose: () => void };

/** Erases somebody, who asked for it, for good. */
export function ErasePersonDialog({ person: { personId, name }, onClose }: ErasePersonDialogProps) {
  const { t } = useTranslation('admin');
  const readAnew = useMembersAnew();
  const client = useQueryClient();
  const looking = peopleQueries.erasure(personId);
  const { data: outlook, error } = useQuery(looking);
  const isBarred = isHindered(outlook);
  const erasing = useMutation({
    mutationFn: () => api.delete(`/people/${personId}`),
    retry: false,
    onSuccess: async () => {
      onClose();
      say(t('people.erased', { name }));
      await readAnew();
    },
    // What stands in the way may have come meanwhile.
    onError: () => client.invalidateQueries({ queryKey: looking.queryKey }),
  });
  return (
    <FormDialog
      opened
      danger
      title={t('people.eraseTitle', { name })}
      intro={outlook === undefined || isBarred ? undefined : t('people.eraseIntro')}
      submit={t('people.eraseSend')}
      busy={erasing.isPending || (outlook === undefined && error === null)}
      barred={isBarred}
      error={isBarred ? null : (erasing.error ?? error)}
      onClose={onClose}
      onSubmit={() => erasing.mutate()}
    >
      {error === null && (
        <ErasureWords outlook={outlook} words={[t('people.ends'), t('people.goes'), t('people.stays')]} />
      )}
    </FormDialog>
  );
}
