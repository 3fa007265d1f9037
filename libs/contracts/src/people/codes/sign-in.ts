import type { CodeList } from '../../kernel/codes/code-list.js';

/** How somebody showed who they are when their session was opened. */
export const signInWays = {
  persona: { label: { fr: 'démonstration', nl: 'demonstratie', en: 'demonstration' } },
  provider: {
    label: { fr: 'compte de votre organisation', nl: 'account van uw organisatie', en: 'account of your organisation' },
  },
  mail: { label: { fr: 'code reçu par e-mail', nl: 'code per e-mail', en: 'code by e-mail' } },
  invitation: { label: { fr: 'lien d’invitation', nl: 'uitnodigingslink', en: 'invitation link' } },
} as const satisfies CodeList<string>;
export type SignInWay = keyof typeof signInWays;
