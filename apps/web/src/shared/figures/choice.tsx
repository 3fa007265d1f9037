import { useId } from 'react';
import classes from './choice.module.css';

type Option = { readonly value: string; readonly label: string };

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  /** What stands for no choice. */
  readonly none: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
};

/** One choice about what figures show, with its name above. */
export function Choice({ label, value, none, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={classes.filter} data-set={value !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
