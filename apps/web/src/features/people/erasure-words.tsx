import { ApiProblem } from '../../client/problem.js';
import classes from './account/account.module.css';

type ErasureWordsProps = { readonly words: readonly string[]; readonly error: Error | null };

/** What goes when somebody is erased, and what stays; after a refusal also which services still have work. */
export function ErasureWords({ words, error }: ErasureWordsProps) {
  const open = error instanceof ApiProblem ? error.objections.map(({ message }) => message) : [];
  return (
    <ul className={classes.words}>
      {[...words, ...open].map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
