import type { ReactNode } from 'react';
import classes from './key.module.css';

/** A key of the keyboard; hidden from screen readers and on touch, where it says nothing. */
export function Key({ children, onAccent }: { readonly children: ReactNode; readonly onAccent?: boolean }) {
  return (
    <kbd className={`${classes.key} ${onAccent === true ? classes.onAccent : ''}`} aria-hidden>
      {children}
    </kbd>
  );
}
