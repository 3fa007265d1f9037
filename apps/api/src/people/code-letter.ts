import type { Language, Text } from '#contracts/kernel/codes';
import { codeLimits } from '#domain/people';
import type { Letter } from '../kernel/mail/post.js';
import { letterOf } from './letter-writing.js';

const subject: Text = {
  fr: 'Votre code de connexion à Relais',
  nl: 'Uw code om u bij Relais aan te melden',
  en: 'Your code to sign in to Relais',
};

/** A letter with a code, paragraph by paragraph. */
const paragraphs: readonly Text[] = [
  {
    fr: 'Voici votre code de connexion :',
    nl: 'Dit is uw code om u aan te melden:',
    en: 'This is your code to sign in:',
  },
  { fr: '{code}', nl: '{code}', en: '{code}' },
  {
    fr: 'Vous pouvez aussi suivre ce lien et appuyer sur le bouton de la page :',
    nl: 'U kunt ook deze link volgen en op de knop van de pagina drukken:',
    en: 'You may also follow this link and press the button of the page:',
  },
  { fr: '{link}', nl: '{link}', en: '{link}' },
  {
    fr: 'Le code et le lien servent une seule fois, pendant {minutes} min. Si le code est refusé après trop d’essais, suivez le lien : il continue de fonctionner.',
    nl: 'De code en de link werken één keer, {minutes} min lang. Wordt de code na te veel pogingen geweigerd, volg dan de link: die blijft dan wel werken.',
    en: 'The code and the link work once, for {minutes} min. Should the code be refused after too many tries, follow the link: it always works.',
  },
  {
    fr: 'Vous n’avez rien demandé ? Ne faites rien : sans cet e-mail, personne ne peut se connecter en votre nom. Ne donnez le code à personne.',
    nl: 'Hebt u niets gevraagd? Doe dan niets: zonder deze e-mail kan niemand zich in uw naam aanmelden. Geef de code aan niemand.',
    en: 'You asked for nothing? Do nothing: without this e-mail nobody can sign in in your name. Give the code to nobody.',
  },
];

type Told = {
  readonly name: string;
  readonly code: string;
  readonly secret: string;
  /** Of the installation. */
  readonly address: string;
};

/** The letter that brings somebody their code, and the link that does the same; its secret is behind the `#`, which no server is told. */
export function codeLetter(to: string, language: Language, { name, code, secret, address }: Told): Letter {
  const link = new URL(`/sign-in/link#${secret}`, address).href;
  const told = { name, code, link, address, minutes: codeLimits.minutes };
  return letterOf({ subject, paragraphs }, to, language, told);
}
