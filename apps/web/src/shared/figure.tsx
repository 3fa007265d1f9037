import type { ReactNode } from 'react';
import classes from './figure.module.css';
import { IconAlertTriangle } from './icons.js';

/** Figures side by side, each with what it means. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}

/** A figure with what it means; one that somebody should look at carries a mark and its word. */
export function Figure({
  name,
  value,
  warned = false,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly warned?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={`${classes.value} ${warned ? classes.warned : ''}`}>
          {warned && <IconAlertTriangle size={18} aria-hidden />}
          {value}
        </span>
        {children !== undefined && <span className={classes.more}>{children}</span>}
      </dd>
    </div>
  );
}
