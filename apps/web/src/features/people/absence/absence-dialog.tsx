import type { AbsenceRequest } from '#contracts/people';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { civilDate, startOfDay, useNow } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { endOfDay } from '../end-of-day.js';
import { peopleQueries } from '../queries.js';
import { useAbsencesAnew } from './use-absences.js';

type AbsenceDialogProps = {
  readonly membershipId: string;
  /** Whose absence it is, when it is another's. */
  readonly name?: string;
  readonly onClose: () => void;
};

/** Says from which to which day somebody is away, and who stands in. */
export function AbsenceDialog({ membershipId, name, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('absence');
  const { t: common } = useTranslation();
  const readAnew = useAbsencesAnew();
  const today = civilDate(useNow());
  const { data: substitutes, error } = useQuery(peopleQueries.substitutes(membershipId));
  const draft = useDraft(`absence of membership ${membershipId}`, { first: today, last: today, substitute: '' });
  const { first, last, substitute } = draft.value;
  const setting = useMutation({
    mutationFn: (request: AbsenceRequest) => api.post('/absences', request),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await readAnew();
      say(t('done'));
      onClose();
    },
  });
  const isPast = first < today;
  const isBackwards = last < first;
  const chosen = substitutes?.find((one) => one.membershipId === substitute);
  return (
    <FormDialog
      opened
      title={name === undefined ? t('dialog') : t('dialogOf', { name })}
      intro={t('dialogIntro')}
      submit={t('send')}
      busy={setting.isPending}
      disabled={isPast || isBackwards || chosen === undefined}
      error={setting.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() =>
        setting.mutate({
          membershipId,
          substituteMembershipId: substitute,
          from: first === today ? null : startOfDay(first),
          until: endOfDay(last),
        })
      }
    >
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t('first')}
        min={today}
        value={first}
        error={isPast ? t('firstPast') : undefined}
        onChange={({ target: { value } }) => draft.change({ first: value, ...(last < value && { last: value }) })}
      />
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t('last')}
        min={first}
        value={last}
        error={isBackwards ? t('lastBefore') : undefined}
        onChange={(event) => draft.change({ last: event.target.value })}
      />
      <NativeSelect
        required
        withAsterisk={false}
        label={t('substitute')}
        description={
          substitutes?.length === 0
            ? t('noSubstitute')
            : chosen !== undefined && chosen.shared > 0 && t('shared', { name: chosen.name, count: chosen.shared })
        }
        value={chosen === undefined ? '' : substitute}
        onChange={(event) => draft.change({ substitute: event.target.value })}
        data={[
          { value: '', label: common('form.choose') },
          ...(substitutes ?? []).map((one) => ({ value: one.membershipId, label: one.name })),
        ]}
      />
    </FormDialog>
  );
}
