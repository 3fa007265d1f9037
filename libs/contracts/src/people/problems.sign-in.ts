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
  'passkey-needed': {
    status: 403,
    text: {
      fr: 'Utilisez d’abord votre clé d’accès : vos droits l’exigent.',
      nl: 'Gebruik eerst uw toegangssleutel: uw rechten vereisen dat.',
      en: 'Use your passkey first: your rights take one.',
    },
  },
  'proof-needed': {
    status: 403,
    text: {
      fr: 'Utilisez d’abord votre clé d’accès, puis recommencez dans les dix minutes.',
      nl: 'Gebruik eerst uw toegangssleutel en probeer binnen tien minuten opnieuw.',
      en: 'Use your passkey first, then try again within ten minutes.',
    },
  },
  'sign-in-needed': {
    status: 403,
    text: {
      fr: 'Pour ceci, Relais doit être sûr que c’est vous : utilisez votre clé d’accès ou connectez-vous à nouveau, puis recommencez dans les dix minutes.',
      nl: 'Hiervoor moet Relais zeker zijn dat u het bent: gebruik uw toegangssleutel of meld u opnieuw aan, en probeer binnen tien minuten opnieuw.',
      en: 'For this Relais has to be sure that it is you: use your passkey or sign in again, then try again within ten minutes.',
    },
  },
  'passkey-none': {
    status: 404,
    text: {
      fr: 'Vous n’avez pas encore de clé d’accès : créez-en une.',
      nl: 'U hebt nog geen toegangssleutel: maak er een aan.',
      en: 'You have no passkey yet: make one.',
    },
  },
  'passkey-late': {
    status: 409,
    text: {
      fr: 'Le navigateur a répondu trop tard, ou deux fois : recommencez.',
      nl: 'De browser antwoordde te laat, of twee keer: begin opnieuw.',
      en: 'The browser answered too late, or twice: start again.',
    },
  },
  'passkey-refused': {
    status: 403,
    text: {
      fr: 'Cette clé d’accès n’est pas la bonne : choisissez-en une que vous avez créée pour Relais.',
      nl: 'Dit is niet de juiste toegangssleutel: kies er een die u voor Relais hebt aangemaakt.',
      en: 'This is not the right passkey: choose one that you made for Relais.',
    },
  },
  'passkey-last': {
    status: 409,
    text: {
      fr: 'C’est votre dernière clé d’accès et vos droits en exigent une : créez-en d’abord une autre.',
      nl: 'Dit is uw laatste toegangssleutel en uw rechten vereisen er een: maak er eerst een andere aan.',
      en: 'This is your last passkey and your rights take one: make another one first.',
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
