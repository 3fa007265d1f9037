import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { addWorkingMinutes } from '#domain/calendar';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { useFormats, useNow } from '../../../shared/time.js';

type Policy = NonNullable<CaseView['policy']>;

/** Until when a request sent now waits for an answer, and when it goes to the coordinators: as the case will set its clocks. */
export function answerTimes(
  { calendar, answer }: Policy,
  { urgency }: Pick<CaseView['facts'], 'urgency'>,
  now: Date,
): { readonly answerBy: Date; readonly expiresAt: Date } {
  const minutes = answer[urgency];
  const after = (share: number) => new Date(addWorkingMinutes(now.toISOString(), minutes * share, calendar));
  return { answerBy: after(1), expiresAt: after(2) };
}

/** What will happen once the request is sent, in sentences; `<b>` marks emphasis. */
export function useOutlook(view: CaseView, picked: readonly Service[], mode: 'each' | 'offer'): string {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const { policy, facts } = view;
  // Imported history, which has no clocks, cannot be referred.
  if (picked.length === 0 || policy === null) {
    return t('outlook.nobody');
  }
  const { answerBy, expiresAt } = answerTimes(policy, facts, now);
  const isPlural = picked.length > 1;
  const who = labels.list(picked.map((service) => `<b>${service.organisationName}</b>`));
  const asks = t(isPlural ? (mode === 'offer' ? 'outlook.offer' : 'outlook.each') : 'outlook.one', {
    who,
    when: formats.spokenTime(answerBy, now),
  });
  return `${asks} ${t('outlook.else', { when: formats.spokenTime(expiresAt, now) })}`;
}
