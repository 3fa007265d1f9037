import type { CodeList } from '../../kernel/codes/code-list.js';

/** What a person may be on the platform; one person may be several. */
export const roles = {
  actor: { label: { fr: 'acteur', nl: 'actor', en: 'actor' } },
  coordinator: { label: { fr: 'coordination', nl: 'coördinatie', en: 'coordinator' } },
  member: { label: { fr: 'membre', nl: 'lid', en: 'member' } },
  analyst: { label: { fr: 'analyste', nl: 'analist', en: 'analyst' } },
  administrator: { label: { fr: 'administration', nl: 'beheer', en: 'administrator' } },
  /** Who invites people into one organisation, and lets them go. */
  'organisation-administrator': {
    label: {
      fr: 'administration de l’organisation',
      nl: 'beheer van de organisatie',
      en: 'organisation administrator',
    },
  },
} as const satisfies CodeList<string>;
export type Role = keyof typeof roles;
