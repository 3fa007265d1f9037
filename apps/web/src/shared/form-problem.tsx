import { Suspense, use } from 'react';
import classes from './form-problem.module.css';
import { IconAlertTriangle } from './icons.js';
import { asksForProof, WayToProof } from './proof.js';

/** Why something was refused, in place; and the way to go on where it takes a proof of who one is. */
export function Problem({ error }: { readonly error: Error | null }) {
  const wayToProof = use(WayToProof);
  if (error === null) {
    return null;
  }
  const words = (
    <p className={classes.problem} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{error.message}</span>
    </p>
  );
  if (wayToProof === null || !asksForProof(error)) {
    return words;
  }
  return <Suspense fallback={words}>{wayToProof({ error, children: words })}</Suspense>;
}
