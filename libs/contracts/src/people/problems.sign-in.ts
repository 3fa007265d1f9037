import type { Problem } from '../kernel/problem.js';
import { flowProblems } from './codes/index.js';

/** What is refused to somebody who signs in, or changes how they do. */
export const signInProblems = {
  ...flowProblems,
  'provider-unknown': {
    status: 404,
    text: {
      fr: 'Ce fournisseur d’identité n’est pas, ou plus, proposé ici : connectez-vous d’une autre façon.',
      nl: 'Deze identiteitsprovider wordt hier niet of niet meer aangeboden: meld u op een andere manier aan.',
      en: 'This identity provider is not offered here, or no longer: sign in another way.',
    },
  },
  'last-way-in': {
    status: 409,
    text: {
      fr: 'C’est votre seule façon de vous connecter : liez d’abord un autre compte, puis retirez celui-ci.',
      nl: 'Dit is uw enige manier om u aan te melden: koppel eerst een ander account en verwijder dit daarna.',
      en: 'This is your only way to sign in: link another account first, then remove this one.',
    },
  },
} as const satisfies Record<string, Problem>;
