import { z } from 'zod';
import {
  ageBands,
  channels,
  codesOf,
  consentChannels,
  difficulties,
  legalForms,
  professions,
  region,
  sectors,
  sizeBands,
  stages,
  urgencies,
} from './codes/index.js';
import { CalendarDate, OrganisationId, ServiceId } from './ids.js';

export const Profession = z.enum(codesOf(professions));
export type Profession = z.infer<typeof Profession>;
export const Stage = z.enum(codesOf(stages));
export type Stage = z.infer<typeof Stage>;
export const Difficulty = z.enum(codesOf(difficulties));
export type Difficulty = z.infer<typeof Difficulty>;
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

/** NIS code of a municipality of the region, `outside` or `unknown`. */
export const Municipality = z.enum([...codesOf(region.municipalities), 'outside', 'unknown']);
export type Municipality = z.infer<typeof Municipality>;

/** Languages an entrepreneur can be helped in. */
export const CaseLanguage = z.enum(['fr', 'nl', 'en', 'other']);
export type CaseLanguage = z.infer<typeof CaseLanguage>;

/** One difficulty of a case; severity 1 (light) to 3 (heavy). The first of a case is its main difficulty. */
export const DifficultyMention = z.object({
  difficulty: Difficulty,
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
export type DifficultyMention = z.infer<typeof DifficultyMention>;

/** Everything that is known of an entrepreneur's situation: codes and bands only. */
export const CaseFacts = z
  .object({
    languages: z.array(CaseLanguage).min(1).max(4),
    municipality: Municipality,
    sector: Sector,
    legalForm: LegalForm,
    sizeBand: SizeBand,
    ageBand: AgeBand,
    stage: Stage,
    difficulties: z
      .array(DifficultyMention)
      .min(1)
      .max(8)
      .refine((all) => new Set(all.map((one) => one.difficulty)).size === all.length, 'each difficulty once'),
    channel: Channel,
    urgency: Urgency,
  })
  .meta({ title: 'CaseFacts' });
export type CaseFacts = z.infer<typeof CaseFacts>;

/** Consent of the entrepreneur: without it nothing is shared with a profession. */
export const Consent = z
  .object({
    givenOn: CalendarDate,
    channel: z.enum(codesOf(consentChannels)),
    professions: z.array(Profession).min(1).max(6),
  })
  .meta({ title: 'Consent' });
export type Consent = z.infer<typeof Consent>;

/** A service as a case knows it. */
export const ServiceRef = z
  .object({ serviceId: ServiceId, organisationId: OrganisationId, profession: Profession })
  .meta({ title: 'ServiceRef' });
export type ServiceRef = z.infer<typeof ServiceRef>;

/** Who sent a referral: a service, or the coordinating team when `serviceId` is null. */
export const Party = z
  .object({ organisationId: OrganisationId, serviceId: ServiceId.nullable() })
  .meta({ title: 'Party' });
export type Party = z.infer<typeof Party>;
