import { createContext, useContext, type ReactNode } from 'react';
import { IconAlertTriangle } from './icons.js';
import classes from './overtaken.module.css';

/** Why what an open dialog asks for is possible no more, in a sentence; null while it is. What was typed stays in the dialog. */
export const Overtaken = createContext<string | null>(null);

/** Whether somebody else was faster than the dialog this is in. */
export function useOvertaken(): string | null {
  return useContext(Overtaken);
}

/** Says in a dialog, and in a panel, that something was handled elsewhere. */
export function OvertakenNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes.note} role="status">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
