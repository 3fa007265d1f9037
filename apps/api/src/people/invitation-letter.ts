import type { Language } from '#contracts/kernel/codes';
import type { Letter } from '../kernel/mail/post.js';
import { dayIn } from '../kernel/problems/wording.js';

/** What the letter of an invitation says. */
export type InvitationWords = {
  readonly to: string;
  readonly language: Language;
  /** Organisation, null for the platform itself. */
  readonly organisation: string | null;
  readonly invitedBy: string;
  readonly link: string;
  readonly until: Date;
};

type Words = Readonly<Record<'house' | 'by' | 'link' | 'day', string>>;

const letters: Readonly<Record<Language, (words: Words) => Pick<Letter, 'subject' | 'text'>>> = {
  fr: ({ house, by, link, day }) => ({
    subject: `Invitation à rejoindre ${house} sur Relais`,
    text: `Bonjour,

${by} vous invite à rejoindre ${house} sur Relais, la plateforme qui accompagne les entrepreneurs en difficulté à Bruxelles.

Ouvrez ce lien pour voir l’invitation et l’accepter :
${link}

Il est valable jusqu’au ${day} et ne sert qu’une fois. Ne le transmettez à personne : il est à vous seul.

Si vous n’attendiez pas cette invitation, ne faites rien.
`,
  }),
  nl: ({ house, by, link, day }) => ({
    subject: `Uitnodiging voor ${house} op Relais`,
    text: `Goedendag,

${by} nodigt u uit om bij ${house} te werken op Relais, het platform dat ondernemers in moeilijkheden in Brussel begeleidt.

Open deze link om de uitnodiging te bekijken en te aanvaarden:
${link}

Hij is geldig tot ${day} en werkt één keer. Geef hem aan niemand door: hij is alleen voor u.

Verwachtte u deze uitnodiging niet, doe dan niets.
`,
  }),
  en: ({ house, by, link, day }) => ({
    subject: `Invitation to join ${house} on Relais`,
    text: `Hello,

${by} invites you to join ${house} on Relais, the platform that accompanies entrepreneurs in difficulty in Brussels.

Open this link to see the invitation and to accept it:
${link}

It is valid until ${day} and works once. Pass it on to nobody: it is for you alone.

If you did not expect this invitation, do nothing.
`,
  }),
};

/** The letter of an invitation, in the language of whoever is invited. */
export function invitationLetter({ to, language, organisation, invitedBy, link, until }: InvitationWords): Letter {
  const words = { house: organisation ?? 'Relais', by: invitedBy, link, day: dayIn(until.toISOString(), language) };
  return { to, ...letters[language](words) };
}
