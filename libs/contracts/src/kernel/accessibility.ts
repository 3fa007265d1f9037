import { z } from 'zod';

/** Where people report what keeps them out, for the accessibility statement. */
export const AccessibilityContact = z.object({
  contact: z
    .object({ kind: z.enum(['email', 'site']), address: z.string() })
    .nullable()
    .describe('Null when the installation has not told one'),
});
export type AccessibilityContact = z.infer<typeof AccessibilityContact>;
