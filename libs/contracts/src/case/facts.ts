import { z } from 'zod';
import { codesOf, region } from '../kernel/codes/index.js';
import { ageBands, channels, consentChannels, legalForms, sectors, sizeBands, urgencies } from './codes/index.js';
import { CalendarDate, OrganisationId, ServiceId } from '../kernel/ids.js';
import { means } from '../kernel/meaning.js';
import { inWords } from '../kernel/written.js';
import { Difficulty, CaseLanguage, Municipality, Stage, Profession } from '../kernel/vocabulary.js';

export const Sector = z.enum(codesOf(sectors));
export type Sector = z.infer<typeof Sector>;
export const LegalForm = z.enum(codesOf(legalForms));
export type LegalForm = z.infer<typeof LegalForm>;
export const SizeBand = z.enum(codesOf(sizeBands));
export type SizeBand = z.infer<typeof SizeBand>;
export const AgeBand = z.enum(codesOf(ageBands));
export type AgeBand = z.infer<typeof AgeBand>;
export const Channel = z.enum(codesOf(channels));
export type Channel = z.infer<typeof Channel>;
export const Urgency = z.enum(codesOf(urgencies));
export type Urgency = z.infer<typeof Urgency>;

/** One difficulty of a case; severity 1 (light) to 3 (heavy). The first of a case is its main difficulty. */
export const DifficultyMention = z.object({
  difficulty: means(Difficulty, 'difficulté', 'moeilijkheid', 'difficulty'),
  severity: means(
    z.union([z.literal(1), z.literal(2), z.literal(3)]),
    'gravité, de 1 (légère) à 3 (lourde)',
    'ernst, van 1 (licht) tot 3 (zwaar)',
    'severity, from 1 (light) to 3 (heavy)',
  ),
});
export type DifficultyMention = z.infer<typeof DifficultyMention>;

/** Everything that is known of an entrepreneur's situation: codes and bands only. */
export const CaseFacts = z
  .object({
    languages: means(
      z.array(CaseLanguage).min(1).max(4),
      'langues dans lesquelles aider',
      'talen om in te helpen',
      'languages to help in',
    ),
    municipality: means(
      Municipality,
      'commune (code NIS), outside ou unknown',
      'gemeente (NIS-code), outside of unknown',
      'municipality (NIS code), outside or unknown',
    ),
    sector: means(Sector, 'secteur d’activité', 'sector', 'sector of activity'),
    legalForm: means(LegalForm, 'forme juridique', 'rechtsvorm', 'legal form'),
    sizeBand: means(
      SizeBand,
      'taille (équivalents temps plein)',
      'omvang (voltijdequivalenten)',
      'size (full-time equivalents)',
    ),
    ageBand: means(AgeBand, 'âge de l’entreprise', 'leeftijd van de onderneming', 'age of the business'),
    stage: means(Stage, 'phase', 'fase', 'stage'),
    difficulties: means(
      z
        .array(DifficultyMention)
        .min(1)
        .max(8)
        .refine(
          (all) => new Set(all.map((one) => one.difficulty)).size === all.length,
          inWords({
            fr: 'indiquez chaque difficulté une seule fois',
            nl: 'geef elke moeilijkheid maar één keer op',
            en: 'name each difficulty once',
          }),
        ),
      'difficultés, la principale d’abord',
      'moeilijkheden, de voornaamste eerst',
      'difficulties, the main one first',
    ),
    channel: means(Channel, 'canal d’arrivée', 'kanaal van aankomst', 'channel in'),
    urgency: means(Urgency, 'urgence du dossier', 'dringendheid van het dossier', 'urgency of the case'),
  })
  .meta({ title: 'CaseFacts' });
export type CaseFacts = z.infer<typeof CaseFacts>;

/** Consent of the entrepreneur: without it nothing is shared with a profession. */
export const Consent = z
  .object({
    givenOn: means(CalendarDate, 'date de l’accord', 'datum van de toestemming', 'date of the consent'),
    channel: means(
      z.enum(codesOf(consentChannels)),
      'comment l’accord a été donné',
      'hoe de toestemming gegeven is',
      'how the consent was given',
    ),
    professions: means(
      z.array(Profession).min(1).max(6),
      'professions avec qui partager',
      'beroepen om mee te delen',
      'professions to share with',
    ),
  })
  .meta({ title: 'Consent' });
export type Consent = z.infer<typeof Consent>;

const once = inWords({
  fr: 'indiquez chaque code une seule fois',
  nl: 'geef elke code maar één keer op',
  en: 'name each code once',
});

const isOnce = (codes: readonly string[]) => new Set(codes).size === codes.length;

/** The facts as a person sends them; what is in the log already may name a language twice. */
export const GivenFacts = CaseFacts.refine(({ languages }) => isOnce(languages), { path: ['languages'], ...once });
export type GivenFacts = z.infer<typeof GivenFacts>;

/** Today in the civil time of the region, as a date. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: region.timeZone, dateStyle: 'short' }).format(new Date());
}

/** Consent as a person records it: it was given before, and names each profession once. */
export const GivenConsent = Consent.refine(({ professions }) => isOnce(professions), {
  path: ['professions'],
  ...once,
}).refine(({ givenOn }) => givenOn <= today(), {
  path: ['givenOn'],
  ...inWords({
    fr: 'l’accord ne peut pas être donné après aujourd’hui',
    nl: 'de toestemming kan niet na vandaag gegeven zijn',
    en: 'consent cannot have been given after today',
  }),
});
export type GivenConsent = z.infer<typeof GivenConsent>;

/** A service as a case knows it. */
export const ServiceRef = z
  .object({
    serviceId: means(ServiceId, 'service', 'dienst', 'service'),
    organisationId: means(OrganisationId, 'organisation membre', 'lidorganisatie', 'member organisation'),
    profession: means(Profession, 'profession', 'beroep', 'profession'),
  })
  .meta({ title: 'ServiceRef' });
export type ServiceRef = z.infer<typeof ServiceRef>;

/** Who sent a referral: a service, or the coordinating team when `serviceId` is null. */
export const Party = z
  .object({
    organisationId: means(OrganisationId, 'organisation membre', 'lidorganisatie', 'member organisation'),
    serviceId: means(
      ServiceId.nullable(),
      'service ; vide pour la coordination',
      'dienst; leeg voor de coördinatie',
      'service; null for the coordinating team',
    ),
  })
  .meta({ title: 'Party' });
export type Party = z.infer<typeof Party>;
