import type { InboxLine } from '#contracts/case';
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '../../../shared/time.js';

/** What happens when nobody acts, in a sentence; null when nothing does. */
export function useOtherwise(): (line: Pick<InboxLine, 'deadline' | 'expiresAt'>) => string | null {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const now = useNow();
  return ({ deadline, expiresAt }) => {
    if (deadline === null) {
      return null;
    }
    const due = new Date(deadline.at);
    const late = due <= now;
    const when = formats.spokenTime(due, now);
    switch (deadline.kind) {
      case 'answer': {
        const expiry = expiresAt === null ? when : formats.spokenTime(new Date(expiresAt), now);
        return t(late ? 'otherwise.answer' : 'otherwise.answerThenEscalate', { when, expiry });
      }
      case 'first-contact':
        return t(late ? 'otherwise.first-contactLate' : 'otherwise.first-contact', { when });
      case 'check-in':
        return t(late ? 'otherwise.check-inLate' : 'otherwise.check-in', { when });
      case 'decide':
        return t(late ? 'otherwise.decideLate' : 'otherwise.decide', { when });
      case 'dispatch':
        return t(late ? 'otherwise.dispatchLate' : 'otherwise.dispatch', { when });
      case 'hold-end':
      case 'recall-answer':
      case 'follow-up':
        return t(`otherwise.${deadline.kind}`, { when });
      default:
        return deadline.kind satisfies never;
    }
  };
}
