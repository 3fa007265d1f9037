import type { OpenWork, Role } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useTranslation } from 'react-i18next';
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
