import { z } from 'zod';
import { caseLanguages, codesOf, difficulties, professions, region, stages } from './codes/index.js';

export const Profession = z.enum(codesOf(professions));
export type Profession = z.infer<typeof Profession>;
export const Stage = z.enum(codesOf(stages));
export type Stage = z.infer<typeof Stage>;
export const Difficulty = z.enum(codesOf(difficulties));
export type Difficulty = z.infer<typeof Difficulty>;

/** NIS code of a municipality of the region, `outside` or `unknown`. */
export const Municipality = z.enum([...codesOf(region.municipalities), 'outside', 'unknown']);
export type Municipality = z.infer<typeof Municipality>;

/** Languages an entrepreneur can be helped in. */
export const CaseLanguage = z.enum(caseLanguages);
export type CaseLanguage = z.infer<typeof CaseLanguage>;
