import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './field.module.css';

/** The id by which a field of the form is found again, to put the focus on it. */
export function anchorOf(field: string): string {
  return `new-case-${field}`;
}

/** Puts the focus on the first control of a field. */
export function focusField(field: string): void {
  const place = document.getElementById(anchorOf(field));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}

type FieldProps = {
  readonly field: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** A group of controls under one legend, with its error in place. */
export function FieldSet({ field, label, hint, error, children }: FieldProps) {
  const id = useId();
  return (
    <fieldset
      id={anchorOf(field)}
      className={classes.set}
      aria-describedby={error === undefined ? undefined : id}
      data-invalid={error !== undefined || undefined}
    >
      <legend className={classes.label}>{label}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {children}
      {error !== undefined && (
        <p id={id} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type Option<Value extends string> = { readonly value: Value; readonly label: string };

type PillsProps<Value extends string> = Omit<FieldProps, 'children'> & {
  readonly options: readonly Option<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
  /** Several may be chosen. */
  readonly many?: boolean;
};

/** A few options side by side, all visible: radio buttons, or boxes when `many`. */
export function Pills<Value extends string>({ options, chosen, onChange, many, ...field }: PillsProps<Value>) {
  const name = useId();
  const choose = (value: Value, on: boolean) => {
    const among = (one: Value) => (one === value ? on : chosen.includes(one));
    onChange(many === true ? options.map((option) => option.value).filter(among) : [value]);
  };
  return (
    <FieldSet {...field}>
      <div className={classes.pills}>
        {options.map((option) => (
          <label key={option.value} className={classes.pill}>
            <input
              type={many === true ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={(event) => choose(option.value, event.target.checked)}
            />
            <span className={classes.mark} aria-hidden />
            {option.label}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

type ChoiceProps = {
  readonly field: string;
  readonly label: string;
  readonly empty: string;
  readonly value: string | null;
  readonly groups: readonly { readonly label?: string; readonly options: readonly Option<string>[] }[];
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
};

/** One of many, in the browser's own list. */
export function Choice({ field, label, empty, value, groups, onChange, error }: ChoiceProps) {
  const id = useId();
  return (
    <div id={anchorOf(field)}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <select
        id={id}
        className={classes.select}
        value={value ?? ''}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="" disabled>
          {empty}
        </option>
        {groups.map((group) => {
          const options = group.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ));
          return group.label === undefined ? (
            options
          ) : (
            <optgroup key={group.label} label={group.label}>
              {options}
            </optgroup>
          );
        })}
      </select>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
