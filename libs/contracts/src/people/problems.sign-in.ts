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
  'too-many-tries': {
    status: 429,
    text: {
      fr: 'Trop de tentatives depuis votre réseau : réessayez dans {minutes} min.',
      nl: 'Te veel pogingen vanaf uw netwerk: probeer het opnieuw over {minutes} min.',
      en: 'Too many tries from your network: try again in {minutes} min.',
    },
  },
  /** The same for whatever is wrong with a code, so that it tells nothing of whom it was asked for. */
  'code-refused': {
    status: 403,
    text: {
      fr: 'Ce code n’est pas le bon ou n’est plus valable : vérifiez-le, ou suivez le lien du même e-mail, qui fonctionne même après trop de codes erronés.',
      nl: 'Deze code klopt niet of is niet meer geldig: kijk ze na, of volg de link in dezelfde e-mail, die ook na te veel foute codes werkt.',
      en: 'This code is not right or no longer valid: check it, or follow the link of the same e-mail, which works even after too many wrong codes.',
    },
  },
  'link-refused': {
    status: 403,
    text: {
      fr: 'Ce lien a déjà servi ou n’est plus valable : demandez un autre e-mail.',
      nl: 'Deze link is al gebruikt of niet meer geldig: vraag een nieuwe e-mail aan.',
      en: 'This link has been used or is no longer valid: ask for another e-mail.',
    },
  },
} as const satisfies Record<string, Problem>;
