import type { Absence } from '#contracts/people';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { absenceQueries } from '../../../shared/absence-queries.js';
import { useNameOf } from '../../../shared/labels.js';
import { lastDayOf, useFormats, useNow } from '../../../shared/time.js';
import { say, sayFailed } from '../../../shared/toast.js';
import { peopleQueries } from '../queries.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    absence: typeof texts;
  }
}

/** Absences that concern the person, and of those they manage. */
export function useAbsences() {
  return useQuery(absenceQueries.absences());
}

/** Whether an absence has begun, and its first and last day in words; what ends with a day ends at the midnight after it. */
export function useDays(): (absence: Absence) => { isBegun: boolean; first: string; last: string } {
  const formats = useFormats();
  const now = useNow();
  return ({ from, until, begun }) => ({
    // The clock of this machine may be behind, and the page older than the beginning.
    isBegun: begun || Date.parse(from) <= now.getTime(),
    first: formats.date(new Date(from)),
    last: formats.date(lastDayOf(until)),
  });
}

/** When nobody stands in, and why; null when somebody does. */
export function useGap(): (absence: Absence) => string | null {
  const { t } = useTranslation('absence');
  const formats = useFormats();
  const nameOf = useNameOf();
  return ({ gap, substitute }) =>
    gap === null
      ? null
      : t(`gap.${gap.because}`, {
          name: nameOf(substitute?.name ?? null),
          first: formats.date(new Date(gap.from)),
          last: formats.date(lastDayOf(gap.until)),
        });
}

/** Reads absences anew, and what the trail tells of them. */
export function useAbsencesAnew(): () => Promise<unknown> {
  const client = useQueryClient();
  const stale = [absenceQueries.absences().queryKey, peopleQueries.ownTrail().queryKey];
  return () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** Ends an absence, or takes it back when it has not begun. */
export function useEnding() {
  const { t } = useTranslation('absence');
  const readAnew = useAbsencesAnew();
  return useMutation({
    mutationFn: ({ absenceId }: Absence) => api.delete(`/absences/${absenceId}`),
    retry: false,
    onSuccess: async () => {
      await readAnew();
      say(t('ended'));
    },
    onError: sayFailed,
  });
}
