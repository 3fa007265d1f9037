import type { AgeBand, CaseOutcome, Channel, LegalForm, Sector, SizeBand } from '#contracts/case';
import type { Difficulty, Municipality, Stage } from '#contracts/kernel';

/** Weights of a choice; they need not add up to 1. */
type Weights<Code extends string> = Readonly<Partial<Record<Code, number>>>;

/** Shares of sectors among entrepreneurs who ask for help. */
export const sectorShares: Weights<Sector> = {
  retail: 0.3,
  'business-services': 0.21,
  horeca: 0.14,
  construction: 0.08,
  transport: 0.055,
  'culture-personal-services': 0.05,
  wholesale: 0.04,
  'education-care': 0.035,
  'information-communication': 0.03,
  industry: 0.02,
  unknown: 0.02,
  'finance-real-estate': 0.015,
  agriculture: 0.005,
};

/** Share of businesses under five years old, by sector; 42 % over all. */
export const youngShare = { retail: 0.42, horeca: 0.5, others: 0.4 } as const;
export const youngAges: Weights<AgeBand> = { '<1': 8, '1-2': 15, '3-4': 19 };
export const olderAges: Weights<AgeBand> = { '5-9': 27, '10+': 28, unknown: 3 };

/** Staff; 90 % under five full-time equivalents over all. */
export const sizesWithStaff: Weights<SizeBand> = { '0': 27, '1-4': 60, '5-9': 8, '10-49': 4, '50+': 0.5, unknown: 0.5 };
export const sizes: Weights<SizeBand> = { '0': 57, '1-4': 33.9, '5-9': 5.4, '10-49': 2.6, '50+': 0.4, unknown: 0.7 };
export const sectorsWithStaff: readonly Sector[] = ['horeca', 'construction', 'industry', 'transport'];

/** Legal form, without and with staff. */
export const formsAlone: Weights<LegalForm> = {
  'sole-trader': 66,
  company: 29,
  cooperative: 1,
  association: 2,
  unknown: 2,
};
export const formsWithStaff: Weights<LegalForm> = {
  'sole-trader': 14,
  company: 80,
  cooperative: 2,
  association: 3,
  unknown: 1,
};

/** Inhabitants in thousands (2024, rounded), and those who do not live in the region. */
export const municipalityShares: Weights<Municipality> = {
  '21001': 126,
  '21002': 35,
  '21003': 26,
  '21004': 195,
  '21005': 49,
  '21006': 45,
  '21007': 58,
  '21008': 26,
  '21009': 90,
  '21010': 54,
  '21011': 22,
  '21012': 98,
  '21013': 50,
  '21014': 27,
  '21015': 131,
  '21016': 86,
  '21017': 26,
  '21018': 60,
  '21019': 43,
  outside: 62,
  unknown: 12,
};

/** Languages an entrepreneur can be helped in, in the order of preference. */
export const languageShares: Weights<
  'fr' | 'fr|nl' | 'fr|en' | 'nl' | 'nl|fr' | 'en' | 'en|fr' | 'other|fr' | 'other'
> = {
  fr: 56,
  'fr|nl': 10,
  'fr|en': 6,
  nl: 8,
  'nl|fr': 5,
  en: 4,
  'en|fr': 4,
  'other|fr': 5,
  other: 2,
};

/** How cases end: about a quarter each stopped (in order or insolvent), restructured, lost from sight, recovered (or started again). */
export const outcomeShares: Weights<CaseOutcome> = {
  'orderly-stop': 0.14,
  insolvency: 0.11,
  restructured: 0.25,
  'lost-contact': 0.25,
  recovered: 0.21,
  restart: 0.04,
};

/** Stage at which those who end so arrived. */
export const stagesByOutcome: Readonly<Record<Exclude<CaseOutcome, 'withdrawn'>, Weights<Stage>>> = {
  recovered: { prevention: 45, restructuring: 35, distress: 20 },
  restructured: { prevention: 15, restructuring: 60, distress: 25 },
  'orderly-stop': { prevention: 10, restructuring: 30, distress: 50, insolvency: 10 },
  insolvency: { restructuring: 5, distress: 45, insolvency: 50 },
  restart: { insolvency: 40, restart: 60 },
  'lost-contact': { prevention: 30, restructuring: 30, distress: 35, insolvency: 5 },
};

/** Median days from opening to closing. */
export const medianDays: Readonly<Record<Exclude<CaseOutcome, 'withdrawn'>, number>> = {
  recovered: 120,
  restructured: 150,
  'orderly-stop': 110,
  insolvency: 95,
  restart: 140,
  'lost-contact': 45,
};

/** How severe difficulties are at each stage: weights of 1, 2 and 3. */
export const severitiesByStage: Readonly<Record<Stage, Weights<'1' | '2' | '3'>>> = {
  prevention: { 1: 50, 2: 40, 3: 10 },
  restructuring: { 1: 25, 2: 50, 3: 25 },
  distress: { 1: 10, 2: 40, 3: 50 },
  insolvency: { 1: 5, 2: 25, 3: 70 },
  restart: { 1: 40, 2: 40, 3: 20 },
};

/** Chance that a case mentions a difficulty, before what is known of the business; social contributions depend on the time. */
export const mentionChances: Readonly<Record<Exclude<Difficulty, 'social-contributions'>, number>> = {
  'cash-flow': 0.36,
  'falling-sales': 0.23,
  'bank-credit': 0.17,
  'mental-distress': 0.15,
  management: 0.14,
  vat: 0.13,
  suppliers: 0.11,
  rent: 0.09,
  'unpaid-invoices': 0.09,
  'income-tax': 0.08,
  energy: 0.07,
  health: 0.06,
  staff: 0.05,
  'partner-conflict': 0.05,
  family: 0.05,
  'contract-dispute': 0.04,
};

export const channelShares: Weights<Channel> = { phone: 36, desk: 18, web: 25, member: 17, court: 1, unknown: 3 };
export const channelSharesLate: Weights<Channel> = { phone: 30, desk: 15, web: 12, member: 23, court: 18, unknown: 2 };

/** Openings of each month against an average one, January first. */
export const monthFactors = [1.12, 1.06, 1.1, 1.0, 0.98, 1.0, 0.72, 0.7, 1.14, 1.16, 1.08, 0.94] as const;
