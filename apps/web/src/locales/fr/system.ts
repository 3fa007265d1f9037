import type { SystemCatalogue } from '../../client/texts.js';
import operations from '../../features/operations/texts.fr.json';

/** Texts of the person on duty in this language, by namespace. */
export const catalogue: SystemCatalogue = { operations };
