import type { CodeList } from '../../kernel/codes/code-list.js';

/** Groups of sectors, the grain of figures about sectors and difficulties together. */
export const sectorGroups = {
  horeca: { label: { fr: 'horeca', nl: 'horeca', en: 'hotels and restaurants' } },
  trade: { label: { fr: 'commerce', nl: 'handel', en: 'trade' } },
  construction: { label: { fr: 'construction', nl: 'bouw', en: 'construction' } },
  industry: { label: { fr: 'industrie et agriculture', nl: 'industrie en landbouw', en: 'industry and agriculture' } },
  transport: { label: { fr: 'transport', nl: 'vervoer', en: 'transport' } },
  services: { label: { fr: 'services aux entreprises', nl: 'zakelijke diensten', en: 'business services' } },
  'care-culture': {
    label: { fr: 'soins, culture et personnes', nl: 'zorg, cultuur en personen', en: 'care, culture and personal' },
  },
  unknown: { label: { fr: 'secteur inconnu', nl: 'sector onbekend', en: 'sector unknown' } },
} as const satisfies CodeList<string>;
export type SectorGroup = keyof typeof sectorGroups;

/** Sections of NACE Rev. 2.1, with divisions of their own for retail trade, and accommodation and food service named horeca. */
export const sectors = {
  agriculture: { nace: 'A', group: 'industry', label: { fr: 'agriculture', nl: 'landbouw', en: 'agriculture' } },
  industry: { nace: 'B-E', group: 'industry', label: { fr: 'industrie', nl: 'industrie', en: 'industry' } },
  construction: { nace: 'F', group: 'construction', label: { fr: 'construction', nl: 'bouw', en: 'construction' } },
  wholesale: { nace: 'G46', group: 'trade', label: { fr: 'commerce de gros', nl: 'groothandel', en: 'wholesale' } },
  retail: { nace: 'G47', group: 'trade', label: { fr: 'commerce de détail', nl: 'detailhandel', en: 'retail' } },
  transport: { nace: 'H', group: 'transport', label: { fr: 'transport', nl: 'vervoer', en: 'transport' } },
  horeca: { nace: 'I', group: 'horeca', label: { fr: 'horeca', nl: 'horeca', en: 'hotels and restaurants' } },
  'information-communication': {
    nace: 'J-K',
    group: 'services',
    label: {
      fr: 'information et communication',
      nl: 'informatie en communicatie',
      en: 'information and communication',
    },
  },
  'finance-real-estate': {
    nace: 'L-M',
    group: 'services',
    label: { fr: 'finance et immobilier', nl: 'financiën en vastgoed', en: 'finance and real estate' },
  },
  'business-services': {
    nace: 'N-O',
    group: 'services',
    label: { fr: 'services aux entreprises', nl: 'zakelijke diensten', en: 'business services' },
  },
  'education-care': {
    nace: 'Q-R',
    group: 'care-culture',
    label: { fr: 'enseignement et soins', nl: 'onderwijs en zorg', en: 'education and care' },
  },
  'culture-personal-services': {
    nace: 'S-T',
    group: 'care-culture',
    label: {
      fr: 'culture et services aux personnes',
      nl: 'cultuur en persoonlijke diensten',
      en: 'culture and personal services',
    },
  },
  unknown: {
    nace: '-',
    group: 'unknown',
    label: { fr: 'secteur inconnu', nl: 'sector onbekend', en: 'sector unknown' },
  },
} as const satisfies CodeList<string, { nace: string; group: SectorGroup }>;
export type Sector = keyof typeof sectors;

/** Legal forms, coarse enough not to point at one business. */
export const legalForms = {
  'sole-trader': { label: { fr: 'indépendant', nl: 'eenmanszaak', en: 'sole trader' } },
  company: { label: { fr: 'société', nl: 'vennootschap', en: 'company' } },
  cooperative: { label: { fr: 'coopérative', nl: 'coöperatie', en: 'cooperative' } },
  association: { label: { fr: 'ASBL', nl: 'VZW', en: 'non-profit association' } },
  unknown: { label: { fr: 'forme inconnue', nl: 'rechtsvorm onbekend', en: 'legal form unknown' } },
} as const satisfies CodeList<string>;
export type LegalForm = keyof typeof legalForms;

/** Staff in full-time equivalents. */
export const sizeBands = {
  '0': { label: { fr: 'sans personnel', nl: 'zonder personeel', en: 'no staff' } },
  '1-4': { label: { fr: '1–4 ETP', nl: '1–4 VTE', en: '1–4 FTE' } },
  '5-9': { label: { fr: '5–9 ETP', nl: '5–9 VTE', en: '5–9 FTE' } },
  '10-49': { label: { fr: '10–49 ETP', nl: '10–49 VTE', en: '10–49 FTE' } },
  '50+': { label: { fr: '50 ETP ou plus', nl: '50 VTE of meer', en: '50 FTE or more' } },
  unknown: { label: { fr: 'taille inconnue', nl: 'omvang onbekend', en: 'size unknown' } },
} as const satisfies CodeList<string>;
export type SizeBand = keyof typeof sizeBands;

/** Staff in the coarse grain of published figures. */
export const sizeGroups = {
  small: { bands: ['0', '1-4'], label: { fr: 'moins de 5 ETP', nl: 'minder dan 5 VTE', en: 'under 5 FTE' } },
  larger: { bands: ['5-9', '10-49', '50+'], label: { fr: '5 ETP ou plus', nl: '5 VTE of meer', en: '5 FTE or more' } },
  unknown: { bands: ['unknown'], label: { fr: 'taille inconnue', nl: 'omvang onbekend', en: 'size unknown' } },
} as const satisfies CodeList<string, { bands: readonly SizeBand[] }>;
export type SizeGroup = keyof typeof sizeGroups;

/** Age of the business in completed years. */
export const ageBands = {
  '<1': { label: { fr: 'moins d’un an', nl: 'minder dan een jaar', en: 'under a year' } },
  '1-2': { label: { fr: '1–2 ans', nl: '1–2 jaar', en: '1–2 years' } },
  '3-4': { label: { fr: '3–4 ans', nl: '3–4 jaar', en: '3–4 years' } },
  '5-9': { label: { fr: '5–9 ans', nl: '5–9 jaar', en: '5–9 years' } },
  '10+': { label: { fr: '10 ans ou plus', nl: '10 jaar of meer', en: '10 years or more' } },
  unknown: { label: { fr: 'âge inconnu', nl: 'leeftijd onbekend', en: 'age unknown' } },
} as const satisfies CodeList<string>;
export type AgeBand = keyof typeof ageBands;

/** The way by which the entrepreneur reached the platform. */
export const channels = {
  phone: { label: { fr: 'téléphone', nl: 'telefoon', en: 'phone' } },
  desk: { label: { fr: 'guichet', nl: 'loket', en: 'desk' } },
  web: { label: { fr: 'site web', nl: 'website', en: 'website' } },
  member: { label: { fr: 'membre de la plateforme', nl: 'lid van het platform', en: 'member of the platform' } },
  court: { label: { fr: 'tribunal', nl: 'rechtbank', en: 'court' } },
  unknown: { label: { fr: 'canal inconnu', nl: 'kanaal onbekend', en: 'channel unknown' } },
} as const satisfies CodeList<string>;
export type Channel = keyof typeof channels;

/** How fast an answer is needed. */
export const urgencies = {
  normal: { label: { fr: 'normale', nl: 'normaal', en: 'normal' } },
  urgent: { label: { fr: 'urgente', nl: 'dringend', en: 'urgent' } },
} as const satisfies CodeList<string>;
export type Urgency = keyof typeof urgencies;

/** How the entrepreneur gave consent. */
export const consentChannels = {
  oral: { label: { fr: 'oralement', nl: 'mondeling', en: 'orally' } },
  written: { label: { fr: 'par écrit', nl: 'schriftelijk', en: 'in writing' } },
  online: { label: { fr: 'en ligne', nl: 'online', en: 'online' } },
} as const satisfies CodeList<string>;
