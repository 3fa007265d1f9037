import type { Language } from '#contracts/kernel/codes';
import { codeLimits } from '#domain/people';
import type { Letter } from '../kernel/mail/post.js';
import { letterOf, type Writing } from './letter-writing.js';

type Told = Readonly<Record<'name' | 'address', string>>;

const code: Writing = {
  subject: {
    fr: 'Le code pour votre nouvelle adresse dans Relais',
    nl: 'De code voor uw nieuwe adres in Relais',
    en: 'The code for your new address in Relais',
  },
  paragraphs: [
    {
      fr: 'Vous voulez que Relais vous écrive désormais à cette adresse. Tapez ce code dans « Votre compte » :',
      nl: 'U wilt dat Relais u voortaan op dit adres schrijft. Typ deze code onder “Uw account”:',
      en: 'You want Relais to write to you at this address from now on. Type this code under “Your account”:',
    },
    { fr: '{code}', nl: '{code}', en: '{code}' },
    {
      fr: 'Il sert une seule fois, pendant {minutes} min. Ne le donnez à personne.',
      nl: 'Hij werkt één keer, {minutes} min lang. Geef hem aan niemand.',
      en: 'It works once, for {minutes} min. Give it to nobody.',
    },
    {
      fr: 'Vous n’avez rien demandé ? Ne faites rien : sans ce code, rien ne change.',
      nl: 'Hebt u niets gevraagd? Doe dan niets: zonder deze code verandert er niets.',
      en: 'You asked for nothing? Do nothing: without this code nothing changes.',
    },
  ],
};

const changed: Writing = {
  subject: {
    fr: 'Votre adresse e-mail dans Relais a changé',
    nl: 'Uw e-mailadres in Relais is gewijzigd',
    en: 'Your e-mail address in Relais has changed',
  },
  paragraphs: [
    {
      fr: 'L’adresse e-mail de votre compte a été remplacée. Relais n’écrit plus à celle-ci, et elle ne sert plus à vous connecter.',
      nl: 'Het e-mailadres van uw account werd vervangen. Relais schrijft niet meer naar dit adres, en u meldt er zich niet meer mee aan.',
      en: 'The e-mail address of your account was replaced. Relais writes to this one no more, and it no longer signs you in.',
    },
    {
      fr: 'Ce n’était pas vous ? Prévenez tout de suite l’administration de votre organisation.',
      nl: 'Was u dat niet? Verwittig dan meteen de beheerder van uw organisatie.',
      en: 'It was not you? Tell the administrator of your organisation at once.',
    },
  ],
};

const given: Writing = {
  subject: changed.subject,
  paragraphs: [
    {
      fr: 'L’administration de Relais a noté que votre adresse e-mail est désormais celle-ci. Relais vous y écrit, et elle sert à vous connecter.',
      nl: 'Het beheer van Relais heeft dit als uw nieuwe e-mailadres genoteerd. Relais schrijft u hier, en u meldt er zich mee aan.',
      en: 'The administrators of Relais have noted that this is your e-mail address from now on. Relais writes to you here, and it signs you in.',
    },
    {
      fr: 'Vous n’avez rien demandé ? Prévenez l’administration de votre organisation.',
      nl: 'Hebt u niets gevraagd? Verwittig dan de beheerder van uw organisatie.',
      en: 'You asked for nothing? Tell the administrator of your organisation.',
    },
  ],
};

/** Brings the code that shows that an address is somebody's. */
export function mailCodeLetter(to: string, language: Language, told: Told & { readonly code: string }): Letter {
  return letterOf(code, to, language, { ...told, minutes: codeLimits.minutes });
}

/** Tells the address of before that another one counts now, without saying which. */
export function mailChangedLetter(to: string, language: Language, told: Told): Letter {
  return letterOf(changed, to, language, told);
}

/** Tells an address that an administrator gave it to somebody. */
export function mailGivenLetter(to: string, language: Language, told: Told): Letter {
  return letterOf(given, to, language, told);
}
