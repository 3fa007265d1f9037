import { type Raw, word } from '../../client/search.js';

/** The search of a page to which one comes back from an identity provider: the code of why without what one went for. */
export type CameBackSearch = { readonly problem?: string };

/** Reads it from an address. */
export function cameBackSearch({ problem }: Raw): CameBackSearch {
  const code = word(problem);
  return code === undefined ? {} : { problem: code };
}
