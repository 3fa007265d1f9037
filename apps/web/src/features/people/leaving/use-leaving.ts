import type { OpenWork, Role } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useTranslation } from 'react-i18next';
import { erasureAnswerBy } from '#domain/people';
import { useFormats } from '../../../shared/time.js';
import { useLabels } from '../../../shared/labels.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    leaving: typeof texts;
  }
}

/** How much of a service's work is open, in words. */
export function useOpenWork(): (work: OpenWork) => string {
  const { t } = useTranslation('leaving');
  const labels = useLabels();
  return ({ referrals, leads }) =>
    labels.list([
      ...(referrals > 0 ? [t('referrals', { count: referrals })] : []),
      ...(leads > 0 ? [t('leads', { count: leads })] : []),
    ]);
}

/** That nobody else has roles without which a house would not be managed; null when others have them. */
export function useOnlyRoles(): (only: readonly Role[]) => string | null {
  const { t } = useTranslation('leaving');
  const labels = useLabels();
  return (only) =>
    only.length === 0 ? null : t('onlyRole', { role: labels.list(only.map((role) => labels.of(roles, role))) });
}

/** Since when somebody asks to be erased, and until when they are to be answered, in words. */
export function useErasureDays(): (askedAt: string) => { since: string; by: string } {
  const formats = useFormats();
  return (askedAt) => ({
    since: formats.date(new Date(askedAt)),
    by: formats.date(new Date(erasureAnswerBy(askedAt))),
  });
}
