import type { OutsideCatalogue } from '../../client/texts.js';
import outside from '../../features/outside/texts.en.json';

/** Texts of the room of others' public data in this language, by namespace. */
export const catalogue: OutsideCatalogue = { outside };
