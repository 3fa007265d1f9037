import type { ReactNode } from 'react';
import classes from './leaving.module.css';

/** What somebody should know of a choice before they send it; it hinders nothing. Stands in the description of the field. */
export function Caution({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.caution} data-caution>
      {children}
    </span>
  );
}
