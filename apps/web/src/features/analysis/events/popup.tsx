import type { ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { IconChevronDown } from '../../../shared/icons.js';
import classes from './popup.module.css';

/** As popup.module.css has it, with room for the edge of the screen. */
const widest = 440;

type PopupProps = {
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** Something in it was chosen. */
  readonly set?: boolean;
  readonly children: (close: () => void) => ReactNode;
};

/** A button and what it unfolds; closes by Escape, a click elsewhere, or when the focus leaves. What had the focus in it gives it back to the button. */
export function Popup({ label, icon, set, children }: PopupProps) {
  const [opened, setOpened] = useState(false);
  const [isRight, setIsRight] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!opened) {
      return;
    }
    const outside = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) {
        setOpened(false);
      }
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setOpened(false);
        document.getElementById(`${id}-button`)?.focus();
      }
    };
    document.addEventListener('keydown', escape);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('keydown', escape);
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [opened, id]);
  const close = () => {
    setOpened(false);
    document.getElementById(`${id}-button`)?.focus();
  };
  return (
    <div ref={place} className={classes.place}>
      <button
        id={`${id}-button`}
        type="button"
        className={classes.button}
        data-lands
        data-set={set === true || undefined}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={(event) => {
          setIsRight(event.currentTarget.getBoundingClientRect().left + widest > window.innerWidth);
          setOpened(!opened);
        }}
      >
        {icon}
        {label}
        <IconChevronDown size={14} aria-hidden />
      </button>
      {opened && (
        <div id={id} className={`${classes.panel} ${isRight ? classes.right : ''}`}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

type Option = { readonly value: string; readonly label: string; readonly hint?: string };

type PickProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** The name of the field that narrows a long list. */
  readonly search: string;
};

const longList = 10;

/** Some of many, with a field that narrows them. */
export function PickMany({ label, options, values, onChange, search }: PickProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const shown = options.filter((option) =>
    `${option.label} ${option.hint ?? ''} ${option.value}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <fieldset className={classes.set}>
      <legend className="visually-hidden">{label}</legend>
      {options.length > longList && (
        <input
          className={classes.search}
          type="search"
          aria-label={search}
          placeholder={search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className={classes.options}>
        {shown.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...values, option.value] : values.filter((value) => value !== option.value),
                )
              }
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
