import type { Member, MembershipChange, MembershipTerms } from '#contracts/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { HandOver, isHandedOver, type Over, successorsOf } from '../leaving/hand-over.js';
import { useOnlyRoles } from '../leaving/use-leaving.js';
import { peopleQueries } from '../queries.js';
import { TermsFields, termsOf, useTermServices } from './terms-fields.js';
import { useMembersAnew } from './use-member-deed.js';

type Fields = MembershipTerms & { readonly over: Over };
type ChangeDialogProps = { readonly member: Member; readonly onClose: () => void };

/** Changes what a membership gives: roles and services. */
export function ChangeDialog({ member: { person, membership }, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('members');
  const { t: told } = useTranslation('leaving');
  const client = useQueryClient();
  const readAnew = useMembersAnew();
  const { membershipId, organisationId, roles, services } = membership;
  const { data: leaving, error, isPending } = useQuery(peopleQueries.leaving(membershipId));
  const draft = useDraft<Fields>(`membership ${membershipId}`, {
    roles,
    serviceIds: services.map(({ serviceId }) => serviceId),
    over: {},
  });
  const { over } = draft.value;
  const terms = termsOf(draft.value);
  const lacksService = useTermServices(organisationId).lacksService(terms);
  // What would be nobody's: services that are taken away, and roles that nobody else has.
  const work = leaving?.work.filter(({ serviceId }) => !terms.serviceIds.includes(serviceId)) ?? [];
  const only = useOnlyRoles()(leaving?.onlyRoles.filter((role) => !terms.roles.includes(role)) ?? []);
  const [tried, setTried] = useState(false);
  const changing = useMutation({
    mutationFn: (change: MembershipChange) => api.put<Member>(`/members/${membershipId}`, change),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await readAnew();
      say(t('change.done', { name: person.name }));
      onClose();
    },
    // What is open may have changed meanwhile.
    onError: () => client.invalidateQueries({ queryKey: peopleQueries.leaving(membershipId).queryKey }),
  });
  return (
    <FormDialog
      opened
      title={t('change.title', { name: person.name })}
      intro={t('change.intro')}
      submit={t('change.send')}
      busy={changing.isPending || isPending}
      disabled={terms.roles.length === 0 || lacksService || only !== null || !isHandedOver(work, over)}
      lacks={only === null ? undefined : `${only} ${told('giveRoleFirst')}`}
      error={changing.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onTry={() => setTried(true)}
      onSubmit={() => changing.mutate({ ...terms, successors: successorsOf(work, over) })}
    >
      <TermsFields organisationId={organisationId} value={draft.value} onChange={draft.change} tried={tried} />
      <HandOver work={work} over={over} onChange={(next) => draft.change({ over: next })} />
    </FormDialog>
  );
}
