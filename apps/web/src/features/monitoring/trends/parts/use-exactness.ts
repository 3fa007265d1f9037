import type { Standing } from '#contracts/monitoring';
import { useTranslation } from 'react-i18next';

/** How exact figures are, in words. */
export function useExactness(standing: Standing | undefined): string {
  const { t } = useTranslation('trends');
  const { base } = standing ?? { base: 1 };
  return base > 1 ? t('foot.rounded', { base, most: base - 1 }) : t('foot.exact');
}
