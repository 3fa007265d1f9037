import type { Deadline } from '#contracts/case';
import type { Tone } from '../../../shared/chips.js';
import { Chip } from '../../../shared/chips.js';
import { IconAlarm, IconClock } from '../../../shared/icons.js';
import { useFormats, useUntil } from '../../../shared/time.js';

const tones = { late: 'red', soon: 'amber', calm: undefined } as const satisfies Record<string, Tone | undefined>;

/** When something is due, in words: `demain 12:00` or `1 heure ouvrable de retard`. */
export function DeadlineBadge({ deadline }: { readonly deadline: Pick<Deadline, 'at'> }) {
  const formats = useFormats();
  const words = useUntil()(deadline.at);
  const tone = tones[words.tone];
  return (
    <Chip
      {...(tone !== undefined && { tone })}
      icon={words.tone === 'late' ? <IconAlarm size={15} aria-hidden /> : <IconClock size={15} aria-hidden />}
      title={words.left ?? formats.full(new Date(deadline.at))}
    >
      {words.when}
    </Chip>
  );
}
