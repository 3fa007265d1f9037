import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './choice-list.module.css';

type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly hint?: ReactNode };

type Common<Value extends string> = {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly columns?: boolean;
  readonly error?: string | undefined;
};

type OneProps<Value extends string> = Common<Value> & {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** Says of a group what it lacks; `focusFault` finds it by that. */
function faultOf(name: string, error: string | undefined) {
  return error === undefined ? {} : { 'data-faulty': true, 'aria-describedby': `${name}-error` };
}

/** One of a few, all visible. */
export function ChoiceList<Value extends string>({
  legend,
  options,
  columns,
  error,
  value,
  onChange,
}: OneProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.set} {...faultOf(name, error)}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={`${classes.options} ${columns === true ? classes.columns : ''}`}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${name}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type ManyProps<Value extends string> = Common<Value> & {
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
};

/** Some of a few, all visible; keeps the order of the options. */
export function ChoicesList<Value extends string>({
  legend,
  options,
  columns,
  error,
  values,
  onChange,
}: ManyProps<Value>) {
  const name = useId();
  const toggle = (value: Value, on: boolean) =>
    onChange(options.map((option) => option.value).filter((one) => (one === value ? on : values.includes(one))));
  return (
    <fieldset className={classes.set} {...faultOf(name, error)}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={`${classes.options} ${columns === true ? classes.columns : ''}`}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${name}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
