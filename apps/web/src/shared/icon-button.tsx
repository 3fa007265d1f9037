import type { ReactNode } from 'react';
import classes from './icon-button.module.css';

type IconButtonProps = {
  readonly id?: string;
  /** What it does, and to which of the things beside it; screen readers say it. */
  readonly label: string;
  /** What it does, shown on hovering; the label when it is not given. */
  readonly hint?: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  /** Says that it can do nothing now and keeps the focus. */
  readonly disabled?: boolean;
};

/** A small button that shows a sign only. */
export function IconButton({ id, label, hint, icon, onClick, pressed, disabled }: IconButtonProps) {
  return (
    <button
      id={id}
      type="button"
      className={classes.button}
      title={hint ?? label}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={disabled === true || undefined}
      onClick={disabled === true ? undefined : onClick}
    >
      {icon}
    </button>
  );
}
