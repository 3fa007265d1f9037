import type { Text } from './code-list.js';

/** What a field of an event can tell about whom. `person` and `note` never leave for the analysts' room. */
export const privacyClasses = {
  code: {
    meaning: {
      fr: 'code ou nombre d’une liste ; ne désigne personne seul',
      nl: 'code of getal uit een lijst; wijst alleen niemand aan',
      en: 'code or number of a list; names nobody on its own',
    },
  },
  time: {
    meaning: {
      fr: 'moment ; avec d’autres faits il peut désigner un dossier',
      nl: 'moment; samen met andere feiten kan het een dossier aanwijzen',
      en: 'moment; together with other facts it can name a case',
    },
  },
  case: {
    meaning: {
      fr: 'numéro aléatoire d’un dossier ou d’une orientation',
      nl: 'willekeurig nummer van een dossier of een doorverwijzing',
      en: 'random id of a case or a referral',
    },
  },
  organisation: {
    meaning: {
      fr: 'organisation membre ou un de ses services',
      nl: 'lidorganisatie of een van haar diensten',
      en: 'member organisation or one of its services',
    },
  },
  person: {
    meaning: {
      fr: 'personne qui travaille ici, ou lien qui représente quelqu’un ; jamais montrée aux analystes',
      nl: 'persoon die hier werkt, of link die voor iemand staat; nooit aan analisten getoond',
      en: 'person who works here, or the link that stands for somebody; never shown to analysts',
    },
  },
  note: {
    meaning: {
      fr: 'numéro d’une note chiffrée ; jamais montré aux analystes',
      nl: 'nummer van een versleutelde notitie; nooit aan analisten getoond',
      en: 'id of an encrypted note; never shown to analysts',
    },
  },
  technical: {
    meaning: {
      fr: 'sert au transport, ne dit rien d’un dossier',
      nl: 'dient het transport, zegt niets van een dossier',
      en: 'serves the transport, says nothing of a case',
    },
  },
} as const satisfies Record<string, { readonly meaning: Text }>;
export type PrivacyClass = keyof typeof privacyClasses;
