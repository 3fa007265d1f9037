import { z } from 'zod';

/** A text in the three languages of the platform. */
export const Text = z.object({ fr: z.string(), nl: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;
