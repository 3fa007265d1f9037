import type { Problem } from '../kernel/problem.js';

/** What is refused to somebody who signs in. */
export const signInProblems = {
  'no-membership': {
    status: 403,
    text: {
      fr: 'Vous n’avez plus d’affiliation à une organisation : demandez à son administration de vous inviter.',
      nl: 'U bent niet meer aangesloten bij een organisatie: vraag de beheerder ervan om u uit te nodigen.',
      en: 'You are no longer a member of an organisation: ask its administrator to invite you.',
    },
  },
} as const satisfies Record<string, Problem>;
