import { reachOf } from '#figures';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/time.js';
import type { SceneState } from './use-scene.js';

/** Up to when the figures go, in words; undefined while there are none. */
export function useStandingWords(state: SceneState): string | undefined {
  const { t } = useTranslation('trends');
  const formats = useFormats();
  const standing = state.is === 'ready' ? state.scene.standing : null;
  const reach = standing === null ? null : reachOf(standing);
  return standing === null || reach === null
    ? undefined
    : t(`standing.${standing.tier}`, { date: formats.date(reach) });
}
