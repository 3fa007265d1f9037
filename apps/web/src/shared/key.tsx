import classes from './key.module.css';
import { pressedFor, useKeyChoices } from './key-choices.js';

/** What the person has to press for a key that Relais gives; undefined when it does nothing for them. */
export function usePressed(): (key: string | undefined) => string | undefined {
  const choices = useKeyChoices();
  return (key) => (key === undefined ? undefined : pressedFor(choices, key));
}

/** A key of the keyboard; hidden from screen readers and on touch, where it says nothing. */
export function Key({ children, onAccent }: { readonly children: string; readonly onAccent?: boolean }) {
  const pressed = usePressed()(children);
  return (
    pressed !== undefined && (
      <kbd className={`${classes.key} ${onAccent === true ? classes.onAccent : ''}`} aria-hidden>
        {pressed}
      </kbd>
    )
  );
}
