import type { CatalogueField } from '../analysis/catalogue-view.js';
import { leavesOf } from './leaves.js';
import type { JsonSchema } from './schemas.js';

/**
 * The fields of a record's value: `by.kind`, `data.to.profession` and so on.
 * @throws Error that names a field without meaning, or one that is neither marked with a class of privacy nor a code or number
 */
export function fieldsOf(value: JsonSchema): CatalogueField[] {
  return leavesOf(value).map(({ meaning, privacy, codes, ...leaf }) => {
    if (meaning === undefined) {
      throw new Error(`${leaf.path} has no meaning: say it with means(…)`);
    }
    if (privacy === undefined) {
      throw new Error(`${leaf.path} has no class of privacy: mark it with privacy(…)`);
    }
    return { ...leaf, codes: [...codes], meaning, privacy };
  });
}

/** True for what never reaches the analysts' room. */
export function isHidden({ privacy }: Pick<CatalogueField, 'privacy'>): boolean {
  return privacy === 'person' || privacy === 'note';
}
