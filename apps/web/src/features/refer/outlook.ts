import type { CaseView, Service } from '#contracts';
import { region } from '#contracts/codes';
import { addWorkingMinutes } from '#domain';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import { useFormats, useNow } from '../../shared/time.js';

const workingDay = region.calendar.closes - region.calendar.opens;
const daysToAnswer = { normal: 3, urgent: 1 } as const;

/** Until when a request sent now waits for an answer, and when it goes to the coordinators. */
export function answerTimes(view: CaseView, now: Date): { readonly answerBy: Date; readonly expiresAt: Date } {
  const opened = view.timeline.find((event) => event.type === 'relais.case.opened.v1');
  const { urgency } = view.facts;
  const calendar = opened?.data.policy.calendar ?? {
    ...region.calendar,
    weekdays: [...region.calendar.weekdays],
    fixedHolidays: [...region.calendar.fixedHolidays],
    easterHolidays: [...region.calendar.easterHolidays],
  };
  const minutes = opened?.data.policy.answer[urgency] ?? daysToAnswer[urgency] * workingDay;
  const after = (share: number) => new Date(addWorkingMinutes(now.toISOString(), minutes * share, calendar));
  return { answerBy: after(1), expiresAt: after(2) };
}

/** What will happen once the request is sent, in sentences; `<b>` marks emphasis. */
export function useOutlook(view: CaseView, picked: readonly Service[], mode: 'each' | 'offer'): string {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  if (picked.length === 0) {
    return t('outlook.nobody');
  }
  const { answerBy, expiresAt } = answerTimes(view, now);
  const isPlural = picked.length > 1;
  const who = labels.list(picked.map((service) => `<b>${service.organisationName}</b>`));
  const asks = t(isPlural ? (mode === 'offer' ? 'outlook.offer' : 'outlook.each') : 'outlook.one', {
    who,
    when: formats.dayTime(answerBy, now),
  });
  return `${asks} ${t('outlook.else', { when: formats.dayTime(expiresAt, now) })}`;
}
