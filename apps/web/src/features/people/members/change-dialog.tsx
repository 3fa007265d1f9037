import type { Member, MembershipTerms } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { TermsFields, termsOf } from './terms-fields.js';
import { useMembersAnew } from './use-member-deed.js';

type ChangeDialogProps = { readonly member: Member; readonly onClose: () => void };

/** Changes what a membership gives: roles and services. */
export function ChangeDialog({ member: { person, membership }, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('members');
  const readAnew = useMembersAnew();
  const { membershipId, organisationId, roles, services } = membership;
  const draft = useDraft<MembershipTerms>(`membership ${membershipId}`, {
    roles,
    serviceIds: services.map(({ serviceId }) => serviceId),
  });
  const [tried, setTried] = useState(false);
  const changing = useMutation({
    mutationFn: (terms: MembershipTerms) => api.put<Member>(`/members/${membershipId}`, terms),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await readAnew();
      say(t('change.done', { name: person.name }));
      onClose();
    },
  });
  return (
    <FormDialog
      opened
      title={t('change.title', { name: person.name })}
      intro={t('change.intro')}
      submit={t('change.send')}
      busy={changing.isPending}
      error={changing.error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (draft.value.roles.length > 0) {
          changing.mutate(termsOf(draft.value));
        }
      }}
    >
      <TermsFields organisationId={organisationId} value={draft.value} onChange={draft.change} tried={tried} />
    </FormDialog>
  );
}
