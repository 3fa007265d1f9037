import type { InboxLine } from '#contracts/case';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../shared/chips.js';
import { DeadlineBadge } from '../parts/deadline-badge.js';
import { IconHourglass } from '../../../shared/icons.js';
import { useNow } from '../../../shared/time.js';
import { waitingWords } from './waiting.js';

/** How late something is when a deadline passed, else how long it waits. */
export function WaitingBadge({ line }: { readonly line: InboxLine }) {
  const { t } = useTranslation('dispatch');
  const now = useNow();
  if (line.deadline !== null && line.deadline.at <= now.toISOString()) {
    return <DeadlineBadge deadline={line.deadline} />;
  }
  const waiting = waitingWords(line.since, now, t);
  return (
    <Chip tone={waiting.tone} icon={<IconHourglass size={15} aria-hidden />}>
      {waiting.text}
    </Chip>
  );
}
