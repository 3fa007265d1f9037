import type { Member, MembershipEnd, UnsharedWork } from '#contracts/people';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { ChoiceList } from '../../../shared/choice-list.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { Loading } from '../../../shared/states.js';
import { civilDate, useNow } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { endOfDay } from '../end-of-day.js';
import { peopleQueries } from '../queries.js';
import { useMembersAnew } from './use-member-deed.js';

type EndDialogProps = { readonly member: Member; readonly onClose: () => void };

type Fields = {
  readonly when: 'now' | 'later';
  /** The last day, when it is later. */
  readonly day: string;
  /** By service who takes it over: a membership, the coordinators, or nothing chosen yet. */
  readonly over: Readonly<Record<string, string>>;
};

const coordinators = 'coordinators';

type HandoverProps = {
  readonly work: UnsharedWork;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** How much of a service's work is open, and who takes it over. */
function Handover({ work, value, onChange }: HandoverProps) {
  const { t } = useTranslation('members');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const counts = [
    ...(work.referrals > 0 ? [t('end.referrals', { count: work.referrals })] : []),
    ...(work.leads > 0 ? [t('end.leads', { count: work.leads })] : []),
  ];
  return (
    <NativeSelect
      required
      withAsterisk={false}
      label={t('end.takesOver', { service: labels.text(work.name) })}
      description={t('end.openWork', { what: counts.join(', ') })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data={[
        { value: '', label: common('form.choose') },
        ...work.successors.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
        { value: coordinators, label: t('end.coordinators') },
      ]}
    />
  );
}

/** Ends a membership, today or at the end of a day, and asks who takes over what only this person takes care of. */
export function EndDialog({ member: { person, membership }, onClose }: EndDialogProps) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const readAnew = useMembersAnew();
  const today = civilDate(useNow());
  const { membershipId } = membership;
  const { data: work, error, isPending } = useQuery(peopleQueries.unsharedWork(membershipId));
  const draft = useDraft<Fields>(`end of membership ${membershipId}`, { when: 'now', day: today, over: {} });
  const { when, day, over } = draft.value;
  const ending = useMutation({
    mutationFn: (end: MembershipEnd) => api.put<Member>(`/members/${membershipId}/end`, end),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await readAnew();
      say(t('end.done', { name: person.name }));
      onClose();
    },
    // What is open may have changed meanwhile.
    onError: () => client.invalidateQueries({ queryKey: peopleQueries.unsharedWork(membershipId).queryKey }),
  });
  const isDay = when === 'now' || day >= today;
  const isAnswered = work?.every(({ serviceId }) => (over[serviceId] ?? '') !== '') === true;
  return (
    <FormDialog
      opened
      danger
      title={t('end.title', { name: person.name })}
      intro={t('end.intro')}
      submit={t('end.send')}
      busy={ending.isPending || isPending}
      disabled={!isDay || !isAnswered}
      error={ending.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() =>
        ending.mutate({
          until: when === 'now' ? null : endOfDay(day),
          successors: (work ?? []).map(({ serviceId }) => {
            const chosen = over[serviceId] ?? coordinators;
            return { serviceId, membershipId: chosen === coordinators ? null : chosen };
          }),
        })
      }
    >
      <ChoiceList
        legend={t('end.when')}
        options={(['now', 'later'] as const).map((value) => ({ value, label: t(`end.${value}`) }))}
        value={when}
        onChange={(next) => draft.change({ when: next })}
      />
      {when === 'later' && (
        <TextInput
          type="date"
          required
          withAsterisk={false}
          label={t('end.lastDay')}
          min={today}
          value={day}
          error={isDay ? undefined : t('end.dayPast')}
          onChange={(event) => draft.change({ day: event.target.value })}
        />
      )}
      {isPending && <Loading rows={2} />}
      {work?.map((one) => (
        <Handover
          key={one.serviceId}
          work={one}
          value={over[one.serviceId] ?? ''}
          onChange={(next) => draft.change({ over: { ...over, [one.serviceId]: next } })}
        />
      ))}
    </FormDialog>
  );
}
