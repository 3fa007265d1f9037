import type { CodeList } from './code-list.js';

/** What a person may be on the platform; one person may be several. */
export const roles = {
  actor: { label: { fr: 'acteur', nl: 'actor', en: 'actor' } },
  coordinator: { label: { fr: 'coordination', nl: 'coördinatie', en: 'coordinator' } },
  member: { label: { fr: 'membre', nl: 'lid', en: 'member' } },
  analyst: { label: { fr: 'analyste', nl: 'analist', en: 'analyst' } },
  administrator: { label: { fr: 'administration', nl: 'beheer', en: 'administrator' } },
} as const satisfies CodeList<string>;
export type Role = keyof typeof roles;

/** Whether a service can take new work. */
export const capacities = {
  available: { label: { fr: 'disponible', nl: 'beschikbaar', en: 'available' } },
  'waiting-list': { label: { fr: 'liste d’attente', nl: 'wachtlijst', en: 'waiting list' } },
  full: { label: { fr: 'complet', nl: 'volzet', en: 'full' } },
  unknown: { label: { fr: 'non confirmée', nl: 'niet bevestigd', en: 'not confirmed' } },
} as const satisfies CodeList<string>;
export type Capacity = keyof typeof capacities;
