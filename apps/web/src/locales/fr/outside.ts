import type { OutsideCatalogue } from '../catalogue.js';
import outside from './outside.json';

/** Texts of the room of others' public data in this language, by namespace. */
export const catalogue: OutsideCatalogue = { outside };
