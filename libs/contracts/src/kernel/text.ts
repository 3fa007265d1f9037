import { z } from 'zod';
import { languages } from './codes/index.js';

/** A text in the three languages of the platform. */
export const Text = z.object({ fr: z.string(), nl: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

/** Whose spreadsheet a CSV file is for: it has their separator and decimal sign, and a mark of UTF-8. Missing, it is for programs (RFC 4180). */
export const CsvLanguage = z
  .enum(languages)
  .optional()
  .meta({ description: 'For a spreadsheet in this language; missing, as RFC 4180' });
