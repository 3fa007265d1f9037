import type { InboxLine } from '#contracts/case';
import { declineReasons, referralOutcomes, referralStates } from '#contracts/case/codes';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { useNames } from '../../../shared/directory.js';
import { useLabels } from '../../../shared/labels.js';
import { useFormats, useNow } from '../../../shared/time.js';

/** Which of their services is asked, for a person who works for several; null else. */
export function useAskedService(): (line: InboxLine) => string | null {
  const names = useNames();
  const { services } = useSession().membership;
  return ({ to, key }) =>
    services.length > 1 && to !== null && /:(receiver|lead)$/.test(key) ? names.service(to.serviceId) : null;
}

/** In whose name a line is worked on, when somebody absent is represented; undefined else. */
export function useRepresented(): (line: InboxLine) => string | undefined {
  const { services } = useSession().membership;
  return ({ ownerServiceId }) => services.find(({ serviceId }) => serviceId === ownerServiceId)?.inNameOf?.name;
}

/** What is worth knowing of a line, in words, the most telling first. */
export function useStanding(): (line: InboxLine) => string {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const askedService = useAskedService();
  const represented = useRepresented();
  return (line) => {
    const day = formats.day(new Date(line.since), now);
    const asked = askedService(line);
    const name = represented(line);
    const words: string[] = name === undefined ? [] : [t('inNameOf', { name })];
    if (asked !== null) {
      words.push(asked);
    }
    if (line.key.endsWith(':lead')) {
      words.push(t('standing.lead'));
    }
    if (line.escalated) {
      words.push(t('standing.escalated'));
    }
    if (line.state === null) {
      words.push(
        line.deadline?.kind === 'follow-up'
          ? t('standing.followUp')
          : t(line.bucket === 'dispatch' ? 'standing.dispatch' : 'standing.decide'),
      );
    }
    if (line.urgency === 'urgent') {
      words.push(t('standing.urgent'));
    }
    if (line.offeredTo > 1 && line.state === 'sent') {
      words.push(t('standing.offered', { count: line.offeredTo }));
    }
    if (line.hop > 0) {
      words.push(t('standing.hop', { count: line.hop }));
    }
    if (line.state === 'sent') {
      words.push(t('standing.sent', { day }));
    } else if (line.outcome !== null) {
      words.push(labels.of(referralOutcomes, line.outcome), day);
    } else if (line.declineReason !== null) {
      words.push(labels.of(referralStates, 'declined'), labels.of(declineReasons, line.declineReason), day);
    } else if (line.state !== null) {
      words.push(t('standing.since', { state: labels.of(referralStates, line.state), day }));
    }
    return words.join(' · ');
  };
}
