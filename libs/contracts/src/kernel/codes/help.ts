import type { CodeList } from './code-list.js';

/** Professions that help entrepreneurs in difficulty. */
export const professions = {
  mediator: { label: { fr: 'médiateur', nl: 'bemiddelaar', en: 'mediator' } },
  accountant: { label: { fr: 'comptable', nl: 'boekhouder', en: 'accountant' } },
  psychologist: { label: { fr: 'psychologue', nl: 'psycholoog', en: 'psychologist' } },
  lawyer: { label: { fr: 'avocat', nl: 'advocaat', en: 'lawyer' } },
  'financial-adviser': { label: { fr: 'conseiller financier', nl: 'financieel adviseur', en: 'financial adviser' } },
  coach: { label: { fr: 'coach', nl: 'coach', en: 'coach' } },
} as const satisfies CodeList<string>;
export type Profession = keyof typeof professions;

/** Languages an entrepreneur can be helped in; `labelsIn` names them. */
export const caseLanguages = ['fr', 'nl', 'en', 'other'] as const;
export type CaseLanguage = (typeof caseLanguages)[number];

/** Where the business stands on the way from prevention to a new start. */
export const stages = {
  prevention: { label: { fr: 'prévention', nl: 'preventie', en: 'prevention' } },
  restructuring: { label: { fr: 'restructuration', nl: 'herstructurering', en: 'restructuring' } },
  distress: { label: { fr: 'détresse', nl: 'acute nood', en: 'distress' } },
  insolvency: { label: { fr: 'insolvabilité', nl: 'insolventie', en: 'insolvency' } },
  restart: { label: { fr: 'nouveau départ', nl: 'herstart', en: 'restart' } },
} as const satisfies CodeList<string>;
export type Stage = keyof typeof stages;

/** Groups of difficulties, the coarse grain of published figures. */
export const difficultyGroups = {
  'public-debt': { label: { fr: 'dettes publiques', nl: 'overheidsschulden', en: 'public debt' } },
  'private-debt': { label: { fr: 'dettes privées', nl: 'private schulden', en: 'private debt' } },
  business: { label: { fr: 'marche de l’entreprise', nl: 'bedrijfsvoering', en: 'running the business' } },
  relations: { label: { fr: 'conflits', nl: 'conflicten', en: 'conflicts' } },
  person: { label: { fr: 'la personne', nl: 'de persoon', en: 'the person' } },
} as const satisfies CodeList<string>;
export type DifficultyGroup = keyof typeof difficultyGroups;

/** What an entrepreneur struggles with. */
export const difficulties = {
  'social-contributions': {
    group: 'public-debt',
    label: { fr: 'Cotisations sociales', nl: 'Sociale bijdragen', en: 'Social contributions' },
  },
  vat: { group: 'public-debt', label: { fr: 'TVA', nl: 'BTW', en: 'VAT' } },
  'income-tax': { group: 'public-debt', label: { fr: 'Impôts', nl: 'Belastingen', en: 'Income tax' } },
  'bank-credit': { group: 'private-debt', label: { fr: 'Crédit bancaire', nl: 'Bankkrediet', en: 'Bank credit' } },
  rent: { group: 'private-debt', label: { fr: 'Loyers impayés', nl: 'Huurschuld', en: 'Rent arrears' } },
  energy: { group: 'private-debt', label: { fr: 'Énergie', nl: 'Energie', en: 'Energy' } },
  suppliers: { group: 'private-debt', label: { fr: 'Fournisseurs', nl: 'Leveranciers', en: 'Suppliers' } },
  'cash-flow': { group: 'business', label: { fr: 'Trésorerie', nl: 'Kasstroom', en: 'Cash flow' } },
  'falling-sales': {
    group: 'business',
    label: { fr: 'Chiffre d’affaires en baisse', nl: 'Dalende omzet', en: 'Falling sales' },
  },
  management: { group: 'business', label: { fr: 'Gestion', nl: 'Beheer', en: 'Management' } },
  'unpaid-invoices': {
    group: 'business',
    label: { fr: 'Clients qui ne paient pas', nl: 'Klanten die niet betalen', en: 'Customers who do not pay' },
  },
  staff: { group: 'business', label: { fr: 'Personnel', nl: 'Personeel', en: 'Staff' } },
  'partner-conflict': {
    group: 'relations',
    label: { fr: 'Conflit entre associés', nl: 'Conflict tussen vennoten', en: 'Conflict between partners' },
  },
  'contract-dispute': {
    group: 'relations',
    label: { fr: 'Litige contractuel', nl: 'Contractgeschil', en: 'Contract dispute' },
  },
  'mental-distress': {
    group: 'person',
    label: { fr: 'Détresse psychique', nl: 'Psychische nood', en: 'Mental distress' },
  },
  health: { group: 'person', label: { fr: 'Santé', nl: 'Gezondheid', en: 'Health' } },
  family: { group: 'person', label: { fr: 'Famille', nl: 'Gezin', en: 'Family' } },
} as const satisfies CodeList<string, { group: DifficultyGroup }>;
export type Difficulty = keyof typeof difficulties;
