import type { CodeList } from '../../kernel/codes/code-list.js';

/** What the audit trail tells of a person: what they saw or did, never its content. */
export const auditActions = {
  'signed-in': { label: { fr: 'connexion', nl: 'aanmelding', en: 'sign-in' } },
  'signed-out': { label: { fr: 'déconnexion', nl: 'afmelding', en: 'sign-out' } },
  'session-revoked': {
    label: {
      fr: 'session fermée à distance',
      nl: 'sessie van op afstand beëindigd',
      en: 'session ended from elsewhere',
    },
  },
  'code-refused': { label: { fr: 'code erroné', nl: 'foute code', en: 'wrong code' } },
  'membership-switched': {
    label: { fr: 'changement de rattachement', nl: 'wissel van aansluiting', en: 'change of membership' },
  },
  'sign-in-refused': { label: { fr: 'connexion refusée', nl: 'geweigerde aanmelding', en: 'refused sign-in' } },
  'account-linked': {
    label: { fr: 'liaison d’un compte', nl: 'koppeling van een account', en: 'linking of an account' },
  },
  'account-unlinked': {
    label: { fr: 'retrait d’un compte', nl: 'verwijdering van een account', en: 'removal of an account' },
  },
  'provider-tested': {
    label: {
      fr: 'essai d’un fournisseur d’identité',
      nl: 'test van een identiteitsprovider',
      en: 'test of an identity provider',
    },
  },
  'passkey-made': { label: { fr: 'clé d’accès créée', nl: 'toegangssleutel aangemaakt', en: 'passkey made' } },
  'passkey-used': { label: { fr: 'clé d’accès utilisée', nl: 'toegangssleutel gebruikt', en: 'passkey used' } },
  'passkey-removed': {
    label: { fr: 'clé d’accès supprimée', nl: 'toegangssleutel verwijderd', en: 'passkey removed' },
  },
  'passkeys-reset': {
    label: {
      fr: 'clés d’accès perdues supprimées',
      nl: 'verloren toegangssleutels verwijderd',
      en: 'lost passkeys removed',
    },
  },
  'own-data-read': {
    label: { fr: 'données personnelles exportées', nl: 'eigen gegevens geëxporteerd', en: 'own data exported' },
  },
  'person-corrected': {
    label: { fr: 'données personnelles corrigées', nl: 'persoonsgegevens verbeterd', en: 'personal data corrected' },
  },
  'mail-changed': {
    label: { fr: 'adresse e-mail changée', nl: 'e-mailadres gewijzigd', en: 'e-mail address changed' },
  },
  'person-data-read': {
    label: {
      fr: 'données d’une personne exportées',
      nl: 'gegevens van een persoon geëxporteerd',
      en: 'data of a person exported',
    },
  },
  'erasure-asked': {
    label: { fr: 'demande d’effacement', nl: 'verzoek om te wissen', en: 'request to be erased' },
  },
  'erasure-withdrawn': {
    label: {
      fr: 'retrait d’une demande d’effacement',
      nl: 'intrekking van een verzoek om te wissen',
      en: 'withdrawn request to be erased',
    },
  },
  'person-erased': {
    label: { fr: 'effacement d’une personne', nl: 'wissen van een persoon', en: 'erasure of a person' },
  },
  'case-seen': { label: { fr: 'dossier consulté', nl: 'dossier bekeken', en: 'case seen' } },
  'case-acted': { label: { fr: 'acte dans un dossier', nl: 'handeling in een dossier', en: 'act in a case' } },
  'audit-exported': {
    label: { fr: 'export du journal des accès', nl: 'export van het toegangslogboek', en: 'export of the access log' },
  },
  'exports-switched-off': {
    label: { fr: 'exports désactivés', nl: 'exporteren uitgeschakeld', en: 'exports switched off' },
  },
  'exports-switched-on': {
    label: { fr: 'exports activés', nl: 'exporteren ingeschakeld', en: 'exports switched on' },
  },
  'mail-tested': { label: { fr: 'essai des e-mails', nl: 'test van de e-mails', en: 'test of the mails' } },
  'membership-changed': {
    label: {
      fr: 'modification des rôles ou services',
      nl: 'wijziging van rollen of diensten',
      en: 'change of roles or services',
    },
  },
  'membership-ended': {
    label: { fr: 'fin d’un rattachement', nl: 'einde van een aansluiting', en: 'end of a membership' },
  },
  'membership-prolonged': {
    label: {
      fr: 'annulation d’une fin de rattachement',
      nl: 'annulering van het einde van een aansluiting',
      en: 'cancelled end of a membership',
    },
  },
  'membership-kept': {
    label: {
      fr: 'maintien d’un rattachement inutilisé',
      nl: 'behoud van een ongebruikte aansluiting',
      en: 'unused membership kept',
    },
  },
  'membership-asked-about': {
    label: {
      fr: 'question sur un rattachement inutilisé',
      nl: 'vraag over een ongebruikte aansluiting',
      en: 'question about an unused membership',
    },
  },
  invited: { label: { fr: 'invitation', nl: 'uitnodiging', en: 'invitation' } },
  'invitation-renewed': {
    label: {
      fr: 'nouvel envoi d’une invitation',
      nl: 'nieuwe verzending van een uitnodiging',
      en: 'invitation sent again',
    },
  },
  'invitation-withdrawn': {
    label: { fr: 'retrait d’une invitation', nl: 'intrekking van een uitnodiging', en: 'withdrawal of an invitation' },
  },
  'invitation-accepted': {
    label: {
      fr: 'acceptation d’une invitation',
      nl: 'aanvaarding van een uitnodiging',
      en: 'acceptance of an invitation',
    },
  },
  'absence-set': {
    label: { fr: 'absence indiquée', nl: 'afwezigheid aangegeven', en: 'absence set' },
  },
  'absence-changed': {
    label: { fr: 'absence modifiée', nl: 'afwezigheid gewijzigd', en: 'absence changed' },
  },
  'absence-uncovered': {
    label: { fr: 'absence sans remplacement', nl: 'afwezigheid zonder vervanger', en: 'absence without a substitute' },
  },
  'absence-ended': {
    label: { fr: 'fin d’une absence', nl: 'einde van een afwezigheid', en: 'end of an absence' },
  },
  'stand-in-set': {
    label: { fr: 'désignation pour un remplacement', nl: 'aanwijzing als vervanger', en: 'named as substitute' },
  },
  'stand-in-ended': {
    label: { fr: 'fin d’un remplacement', nl: 'einde van een vervanging', en: 'end of standing in' },
  },
} as const satisfies CodeList<string>;
export type AuditAction = keyof typeof auditActions;

/** What an entry of the audit trail may be about; its subject is written `kind:id`. */
export const auditSubjects = {
  passkey: { label: { fr: 'clé d’accès', nl: 'toegangssleutel', en: 'passkey' } },
  session: { label: { fr: 'session', nl: 'sessie', en: 'session' } },
  case: { label: { fr: 'dossier', nl: 'dossier', en: 'case' } },
  installation: { label: { fr: 'installation', nl: 'installatie', en: 'installation' } },
  person: { label: { fr: 'personne', nl: 'persoon', en: 'person' } },
  membership: { label: { fr: 'rattachement', nl: 'aansluiting', en: 'membership' } },
  invitation: { label: { fr: 'invitation', nl: 'uitnodiging', en: 'invitation' } },
  account: { label: { fr: 'compte', nl: 'account', en: 'account' } },
  provider: { label: { fr: 'fournisseur d’identité', nl: 'identiteitsprovider', en: 'identity provider' } },
} as const satisfies CodeList<string>;
export type AuditSubject = keyof typeof auditSubjects;

/** What more an entry of the audit trail may tell of a membership: why it changed or ended. */
export const auditReasons = {
  'takes-over': {
    label: { fr: 'reprise d’un service', nl: 'overname van een dienst', en: 'taking over a service' },
  },
  unused: {
    label: { fr: 'aucune connexion depuis des mois', nl: 'al maanden niet aangemeld', en: 'no sign-in for months' },
  },
  erased: { label: { fr: 'données effacées', nl: 'gegevens gewist', en: 'data erased' } },
} as const satisfies CodeList<string>;
