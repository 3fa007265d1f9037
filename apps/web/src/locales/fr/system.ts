import type { SystemCatalogue } from '../catalogue.js';
import operations from './operations.json';

/** Texts of the person on duty in this language, by namespace. */
export const catalogue: SystemCatalogue = { operations };
