import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { answerTimes } from '#domain/case';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { useFormats, useNow } from '../../../shared/time.js';

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
  const { answerBy, expiresAt } = answerTimes(policy, facts.urgency, now.toISOString());
  const isPlural = picked.length > 1;
  const who = labels.list(picked.map((service) => `<b>${service.organisationName}</b>`));
  const asks = t(isPlural ? (mode === 'offer' ? 'outlook.offer' : 'outlook.each') : 'outlook.one', {
    who,
    when: formats.spokenTime(new Date(answerBy), now),
  });
  return `${asks} ${t('outlook.else', { when: formats.spokenTime(new Date(expiresAt), now) })}`;
}
