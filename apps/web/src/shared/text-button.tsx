import type { ReactNode } from 'react';
import { usePressed } from './key.js';
import classes from './text-button.module.css';

type TextButtonProps = {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly keyShortcut?: string;
  readonly disabled?: boolean;
  /** What it is called where its text alone does not say what it is about. */
  readonly label?: string;
};

/** A button that reads like a link. */
export function TextButton({ onClick, children, icon, keyShortcut, disabled, label }: TextButtonProps) {
  const pressed = usePressed();
  return (
    <button
      type="button"
      className={classes.button}
      disabled={disabled}
      onClick={onClick}
      aria-label={label}
      aria-keyshortcuts={pressed(keyShortcut)}
    >
      {icon}
      {children}
    </button>
  );
}
