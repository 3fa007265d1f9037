import type { Member, MembershipEnd } from '#contracts/people';
import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { useSession } from '../../../client/session.js';
import { ChoiceList } from '../../../shared/choice-list.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { Loading } from '../../../shared/states.js';
import { civilDate, useNow } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { endOfDay } from '../end-of-day.js';
import { HandOver, isHandedOver, type Over, successorsOf } from '../leaving/hand-over.js';
import { StandsInFor } from '../leaving/stands-in-for.js';
import { useOnlyRoles } from '../leaving/use-leaving.js';
import { peopleQueries } from '../queries.js';
import { useMembersAnew } from './use-member-deed.js';

type EndDialogProps = { readonly member: Member; readonly onClose: () => void };

type Fields = {
  readonly when: 'now' | 'later';
  /** The last day, when it is later. */
  readonly day: string;
  readonly over: Over;
};

/** Ends a membership, today or at the end of a day, and asks who takes over what only this person takes care of. */
export function EndDialog({ member: { person, membership }, onClose }: EndDialogProps) {
  const { t } = useTranslation('members');
  const { t: told } = useTranslation('leaving');
  const client = useQueryClient();
  const readAnew = useMembersAnew();
  const today = civilDate(useNow());
  const { membershipId } = membership;
  const draft = useDraft<Fields>(`end of membership ${membershipId}`, { when: 'now', day: today, over: {} });
  const { when, day, over } = draft.value;
  const isDay = when === 'now' || day >= today;
  const until = when === 'now' ? null : endOfDay(isDay ? day : today);
  const {
    data: leaving,
    error,
    isPending,
    isPlaceholderData,
  } = useQuery(peopleQueries.leaving(membershipId, until ?? undefined));
  const { work = [], onlyRoles = [], standsInFor = [] } = leaving ?? {};
  const only = useOnlyRoles()(onlyRoles);
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
    onError: () => client.invalidateQueries({ queryKey: peopleQueries.leaving(membershipId).queryKey }),
  });
  // Of oneself it is not known yet whether it can be done.
  const isSelf = useSession().person.personId === person.personId;
  // Who takes over work that is nobody else's is asked below.
  const intro = leaving?.work.length === 0 ? `${t('end.intro')} ${t('end.shared')}` : t('end.intro');
  const uncovered = standsInFor.filter((one) => until === null || (isDay && Date.parse(one.until) > Date.parse(until)));
  return (
    <FormDialog
      opened
      danger
      title={t('end.title', { name: person.name })}
      intro={only === null ? intro : undefined}
      submit={t('end.send')}
      busy={ending.isPending || isPending || isPlaceholderData}
      barred={only !== null}
      disabled={!isDay || leaving === undefined || !isHandedOver(work, over)}
      error={ending.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() => ending.mutate({ until, successors: successorsOf(work, over) })}
    >
      {isSelf && leaving === undefined ? (
        <Loading rows={4} />
      ) : only === null ? (
        <>
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
          {!isSelf && isPending && <Loading rows={2} />}
          <HandOver work={work} over={over} onChange={(next) => draft.change({ over: next })} />
          <StandsInFor absences={uncovered} />
        </>
      ) : (
        <p role="status" data-hindered>
          {only} {told('giveRoleFirst')}
        </p>
      )}
    </FormDialog>
  );
}
