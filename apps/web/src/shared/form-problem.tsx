import classes from './form-problem.module.css';
import { IconAlertTriangle } from './icons.js';

/** Why something was refused, in place. */
export function Problem({ error }: { readonly error: Error | null }) {
  if (error === null) {
    return null;
  }
  return (
    <p className={classes.problem} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{error.message}</span>
    </p>
  );
}
