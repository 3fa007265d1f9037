import type { ReactNode } from 'react';
import { usePressed } from './key.js';
import classes from './text-button.module.css';

type TextButtonProps = {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly keyShortcut?: string;
};

/** A button that reads like a link. */
export function TextButton({ onClick, children, icon, keyShortcut }: TextButtonProps) {
  const pressed = usePressed();
  return (
    <button type="button" className={classes.button} onClick={onClick} aria-keyshortcuts={pressed(keyShortcut)}>
      {icon}
      {children}
    </button>
  );
}
