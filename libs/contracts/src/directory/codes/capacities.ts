import type { CodeList } from '../../kernel/codes/code-list.js';

/** Whether a service can take new work. */
export const capacities = {
  available: { label: { fr: 'disponible', nl: 'beschikbaar', en: 'available' } },
  'waiting-list': { label: { fr: 'liste d’attente', nl: 'wachtlijst', en: 'waiting list' } },
  full: { label: { fr: 'complet', nl: 'volzet', en: 'full' } },
  unknown: { label: { fr: 'non confirmée', nl: 'niet bevestigd', en: 'not confirmed' } },
} as const satisfies CodeList<string>;
export type Capacity = keyof typeof capacities;
