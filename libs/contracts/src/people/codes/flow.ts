import type { Problem } from '../../kernel/problem.js';

/**
 * Why somebody comes back from an identity provider without what they went for. The code stands in the address of the page they come
 * back to, which says it in words: there is no answer that could.
 */
export const flowProblems = {
  'provider-away': {
    status: 503,
    text: {
      fr: 'Ce fournisseur d’identité ne répond pas pour l’instant. Réessayez dans un moment, ou connectez-vous d’une autre façon.',
      nl: 'Deze identiteitsprovider antwoordt nu niet. Probeer het zo meteen opnieuw, of meld u op een andere manier aan.',
      en: 'This identity provider does not answer right now. Try again in a moment, or sign in another way.',
    },
  },
  'flow-over': {
    status: 403,
    text: {
      fr: 'Cette démarche n’a plus cours : elle a expiré, elle a déjà servi ou elle a commencé dans un autre navigateur. Recommencez.',
      nl: 'Deze stap geldt niet meer: hij is verlopen, heeft al gediend of begon in een andere browser. Begin opnieuw.',
      en: 'This step is over: it has expired, was used already or began in another browser. Start again.',
    },
  },
  'not-confirmed': {
    status: 403,
    text: {
      fr: 'Le fournisseur d’identité n’a pas confirmé qui vous êtes. Recommencez, ou connectez-vous d’une autre façon.',
      nl: 'De identiteitsprovider heeft niet bevestigd wie u bent. Begin opnieuw, of meld u op een andere manier aan.',
      en: 'The identity provider did not confirm who you are. Start again, or sign in another way.',
    },
  },
  'too-weak': {
    status: 403,
    text: {
      fr: 'Le moyen par lequel vous avez prouvé votre identité n’est pas assez sûr pour Relais. Recommencez avec un autre, par exemple votre carte d’identité.',
      nl: 'Het middel waarmee u uw identiteit hebt bewezen, is niet veilig genoeg voor Relais. Begin opnieuw met een ander, bijvoorbeeld uw identiteitskaart.',
      en: 'The means by which you proved your identity is not strong enough for Relais. Start again with another one, such as your identity card.',
    },
  },
  'account-unknown': {
    status: 403,
    text: {
      fr: 'Ce compte n’est lié à personne dans Relais. Demandez une invitation à l’administration de votre organisation ; si vous avez une autre façon de vous connecter, liez ensuite ce compte dans « Votre compte ».',
      nl: 'Dit account is in Relais aan niemand gekoppeld. Vraag de beheerder van uw organisatie om een uitnodiging; kunt u zich op een andere manier aanmelden, koppel dit account dan onder “Uw account”.',
      en: 'This account is linked to nobody in Relais. Ask the administrator of your organisation for an invitation; if you have another way to sign in, link this account under “Your account” afterwards.',
    },
  },
  'account-taken': {
    status: 409,
    text: {
      fr: 'Ce compte est déjà lié à une autre personne dans Relais ; il n’a pas été lié à la vôtre. Choisissez un autre compte, ou demandez à l’administration ce qu’il en est.',
      nl: 'Dit account is in Relais al aan iemand anders gekoppeld; het werd niet aan u gekoppeld. Kies een ander account, of vraag de beheerder hoe dat komt.',
      en: 'This account is linked to another person in Relais already; it was not linked to you. Choose another account, or ask the administrator about it.',
    },
  },
  'no-membership': {
    status: 403,
    text: {
      fr: 'Vous n’avez plus de rattachement à une organisation : demandez à son administration de vous inviter.',
      nl: 'U bent niet meer aangesloten bij een organisatie: vraag de beheerder ervan om u uit te nodigen.',
      en: 'You are no longer a member of an organisation: ask its administrator to invite you.',
    },
  },
  'joined-already': {
    status: 409,
    text: {
      fr: 'Vous êtes déjà membre de cette organisation. Si l’invitation est pour quelqu’un d’autre, ouvrez-la dans son navigateur ; sinon, demandez à son administration de changer vos rôles ou vos services.',
      nl: 'U bent al lid van deze organisatie. Is de uitnodiging voor iemand anders, open ze dan in zijn of haar browser; vraag anders de beheerder om uw rollen of diensten te wijzigen.',
      en: 'You are a member of this organisation already. If the invitation is for somebody else, open it in their browser; if not, ask its administrator to change your roles or services.',
    },
  },
  'mail-taken': {
    status: 409,
    text: {
      fr: 'Cette adresse e-mail est celle de quelqu’un qui travaille déjà ici : connectez-vous avec elle, puis ouvrez à nouveau le lien.',
      nl: 'Dit e-mailadres is van iemand die hier al werkt: meld u ermee aan en open de link daarna opnieuw.',
      en: 'This e-mail address is that of somebody who works here already: sign in with it, then open the link again.',
    },
  },
  'invitation-unknown': {
    status: 404,
    text: {
      fr: 'Ce lien n’est pas, ou plus, valable : ouvrez celui du dernier e-mail reçu, ou demandez une nouvelle invitation.',
      nl: 'Deze link is niet of niet meer geldig: open die uit de laatste e-mail, of vraag een nieuwe uitnodiging.',
      en: 'This link is not valid, or no longer: open the one of the newest e-mail, or ask for a new invitation.',
    },
  },
  'invitation-expired': {
    status: 410,
    text: {
      fr: 'Cette invitation a expiré : demandez à l’organisation de la renvoyer.',
      nl: 'Deze uitnodiging is vervallen: vraag de organisatie om ze opnieuw te verzenden.',
      en: 'This invitation has expired: ask the organisation to send it again.',
    },
  },
  'invitation-used': {
    status: 410,
    text: {
      fr: 'Cette invitation a déjà été acceptée : connectez-vous.',
      nl: 'Deze uitnodiging werd al aanvaard: meld u aan.',
      en: 'This invitation was accepted already: sign in.',
    },
  },
  'invitation-withdrawn': {
    status: 410,
    text: {
      fr: 'Cette invitation a été retirée : adressez-vous à l’organisation.',
      nl: 'Deze uitnodiging werd ingetrokken: neem contact op met de organisatie.',
      en: 'This invitation was withdrawn: turn to the organisation.',
    },
  },
  'name-missing': {
    status: 422,
    text: {
      fr: 'Pour rejoindre Relais, indiquez votre nom et votre adresse e-mail.',
      nl: 'Geef uw naam en uw e-mailadres op om u aan te sluiten bij Relais.',
      en: 'To join Relais, say your name and your e-mail address.',
    },
  },
} as const satisfies Record<string, Problem>;
export type FlowProblem = keyof typeof flowProblems;

/** The problem that a page was told in its address; undefined when it is none of these. */
export function flowProblemIn(code: string | undefined): FlowProblem | undefined {
  return code !== undefined && Object.hasOwn(flowProblems, code) ? (code as FlowProblem) : undefined;
}
