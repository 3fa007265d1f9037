import type { Absence, AbsenceChange, Substitute } from '#contracts/people';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { civilDate, lastDayOf, startOfDay, useFormats, useNow } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { endOfDay } from '../end-of-day.js';
import { peopleQueries } from '../queries.js';
import { useAbsencesAnew, useDays } from './use-absences.js';

type AbsenceDialogProps = {
  readonly membershipId: string;
  /** The one that is changed, when it is set already. */
  readonly absence?: Absence | undefined;
  /** Whose absence it is, when it is another's. */
  readonly name?: string | undefined;
  readonly onClose: () => void;
};

/** The last day of what ends with a day, at the midnight after it. */

function useOptions(): (substitutes: readonly Substitute[]) => { value: string; label: string }[] {
  const { t } = useTranslation('absence');
  const { t: common } = useTranslation();
  const formats = useFormats();
  return (substitutes) => [
    { value: '', label: common('form.choose') },
    ...substitutes.map(({ membershipId, name, away }) => ({
      value: membershipId,
      label:
        away === null
          ? name
          : t('substituteAway', {
              name,
              first: formats.date(new Date(away.from)),
              last: formats.date(lastDayOf(away.until)),
            }),
    })),
  ];
}

/** Says from which to which day somebody is away, and who stands in; or changes what was said. */
export function AbsenceDialog({ membershipId, absence, name, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('absence');
  const readAnew = useAbsencesAnew();
  const optionsOf = useOptions();
  const daysOf = useDays();
  const today = civilDate(useNow());
  const isBegun = absence !== undefined && daysOf(absence).isBegun;
  const { data: substitutes, error } = useQuery(peopleQueries.substitutes(membershipId));
  const draft = useDraft(
    absence === undefined ? `absence of membership ${membershipId}` : `absence ${absence.absenceId}`,
    absence === undefined
      ? { first: today, last: today, substitute: '' }
      : {
          first: civilDate(new Date(absence.from)),
          last: civilDate(lastDayOf(absence.until)),
          substitute: absence.substitute?.membershipId ?? '',
        },
  );
  const { first, last, substitute } = draft.value;
  const sending = useMutation({
    mutationFn: (change: AbsenceChange) =>
      absence === undefined
        ? api.post('/absences', { membershipId, ...change })
        : api.put(`/absences/${absence.absenceId}`, change),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await readAnew();
      say(t(absence === undefined ? 'done' : 'changed'));
      onClose();
    },
  });
  const isPast = !isBegun && first < today;
  const isBackwards = last < first || last < today;
  const chosen = substitutes?.find((one) => one.membershipId === substitute);
  const title = absence === undefined ? (['dialog', 'dialogOf'] as const) : (['changeTitle', 'changeTitleOf'] as const);
  return (
    <FormDialog
      opened
      title={name === undefined ? t(title[0]) : t(title[1], { name })}
      intro={t('dialogIntro')}
      submit={t(absence === undefined ? 'send' : 'changeSend')}
      busy={sending.isPending}
      disabled={isPast || isBackwards || chosen === undefined}
      error={sending.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() =>
        sending.mutate({
          substituteMembershipId: substitute,
          from: isBegun || first === today ? null : startOfDay(first),
          until: endOfDay(last),
        })
      }
    >
      {!isBegun && (
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
      )}
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t('last')}
        min={isBegun ? today : first}
        value={last}
        error={isBackwards ? t(last < first ? 'lastBefore' : 'firstPast') : undefined}
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
        data={optionsOf(substitutes ?? [])}
      />
    </FormDialog>
  );
}
