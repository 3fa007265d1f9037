import type { Language, Text } from '#contracts/kernel/codes';
import type { Letter } from '../kernel/mail/post.js';
import { letterOf } from './letter-writing.js';

const subject: Text = {
  fr: 'E-mail d’essai de Relais',
  nl: 'Testmail van Relais',
  en: 'Test mail of Relais',
};

const paragraphs: readonly Text[] = [
  {
    fr: 'Vous avez demandé cet e-mail d’essai sous « Administration ». Puisque vous le lisez, les e-mails de Relais arrivent chez vous.',
    nl: 'U hebt deze testmail gevraagd onder “Administratie”. Nu u ze leest, weet u dat de e-mails van Relais bij u aankomen.',
    en: 'You asked for this test mail under “Administration”. Since you read it, the mails of Relais reach you.',
  },
  { fr: 'Il n’y a rien à faire.', nl: 'U hoeft niets te doen.', en: 'There is nothing to do.' },
];

/** The letter by which an administrator sees that mails arrive. */
export function testLetter(
  to: string,
  language: Language,
  told: { readonly name: string; readonly address: string },
): Letter {
  return letterOf({ subject, paragraphs }, to, language, told);
}
