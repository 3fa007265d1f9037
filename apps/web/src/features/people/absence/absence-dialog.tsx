import type { Absence, AbsenceChange, Substitute } from '#contracts/people';
import { professions } from '#contracts/kernel/codes';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { civilDate, lastDayOf, startOfDay, useFormats, useNow } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { endOfDay } from '../end-of-day.js';
import { Caution } from '../leaving/caution.js';
import { useOnlyRoles } from '../leaving/use-leaving.js';
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
        away[0] === undefined
          ? name
          : t('substituteAway', {
              name,
              first: formats.date(new Date(away[0].from)),
              last: formats.date(lastDayOf(away[0].until)),
            }),
    })),
  ];
}

/** Why somebody cannot stand in all along, with the days; undefined when they can. */
function useHindrance(): (chosen: Substitute | undefined, from: string, until: string) => string | undefined {
  const { t } = useTranslation('absence');
  const formats = useFormats();
  return (chosen, from, until) => {
    const [first, last] = [Date.parse(from), Date.parse(until)];
    const away = chosen?.away.find((one) => Date.parse(one.from) < last && first < Date.parse(one.until));
    if (away !== undefined) {
      return t('awayThen', { first: formats.date(new Date(away.from)), last: formats.date(lastDayOf(away.until)) });
    }
    return chosen?.until !== null && chosen !== undefined && Date.parse(chosen.until) < last
      ? t('leavesBefore', { last: formats.date(lastDayOf(chosen.until)) })
      : undefined;
  };
}

/** True when there is something to be known of who was chosen. */
function isTold(chosen: Substitute | undefined): chosen is Substitute {
  return chosen !== undefined && chosen.shared + chosen.lacks.length > 0;
}

/** What is to be known of who was chosen: what they do already, and which professions of these services none of theirs has. */
function About({ chosen: { name, shared, lacks } }: { readonly chosen: Substitute }) {
  const { t } = useTranslation('absence');
  const labels = useLabels();
  const lacked = labels.list(lacks.map((one) => labels.of(professions, one)));
  return (
    <>
      {shared > 0 && t('shared', { name, count: shared })}
      {lacks.length > 0 && <Caution>{t('lacks', { name, count: lacks.length, professions: lacked })}</Caution>}
    </>
  );
}

/** Says from which to which day somebody is away, and who stands in; or changes what was said. */
export function AbsenceDialog({ membershipId, absence, name, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('absence');
  const readAnew = useAbsencesAnew();
  const optionsOf = useOptions();
  const daysOf = useDays();
  const today = civilDate(useNow());
  const isBegun = absence !== undefined && daysOf(absence).isBegun;
  const client = useQueryClient();
  const looking = peopleQueries.absenceOutlook(membershipId);
  const { data: outlook, error } = useQuery(looking);
  const only = useOnlyRoles()(outlook?.onlyRoles ?? []);
  const hindranceOf = useHindrance();
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
    // Who was chosen may be away by now.
    onError: () => client.invalidateQueries({ queryKey: looking.queryKey }),
  });
  const isPast = !isBegun && first < today;
  const isBackwards = last < first || last < today;
  const substitutes = outlook?.substitutes;
  const chosen = substitutes?.find((one) => one.membershipId === substitute);
  const from = isBegun || first === today ? null : startOfDay(first);
  const until = endOfDay(last);
  const hindrance = isPast || isBackwards ? undefined : hindranceOf(chosen, from ?? new Date().toISOString(), until);
  const title = absence === undefined ? (['dialog', 'dialogOf'] as const) : (['changeTitle', 'changeTitleOf'] as const);
  return (
    <FormDialog
      opened
      title={name === undefined ? t(title[0]) : t(title[1], { name })}
      intro={t('dialogIntro')}
      submit={t(absence === undefined ? 'send' : 'changeSend')}
      busy={sending.isPending}
      disabled={isPast || isBackwards || chosen === undefined || hindrance !== undefined}
      error={sending.error ?? error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() => sending.mutate({ substituteMembershipId: substitute, from, until })}
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
        description={substitutes?.length === 0 ? t('noSubstitute') : isTold(chosen) && <About chosen={chosen} />}
        error={hindrance}
        value={chosen === undefined ? '' : substitute}
        onChange={(event) => draft.change({ substitute: event.target.value })}
        data={optionsOf(substitutes ?? [])}
      />
      {only !== null && (
        <p role="status" data-only>
          {only} {t('onlyRole')}
        </p>
      )}
    </FormDialog>
  );
}
