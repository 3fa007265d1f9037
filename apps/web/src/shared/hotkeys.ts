import { useEffect, useRef } from 'react';
import { keysNow, meantBy } from './key-choices.js';

type Handlers = Readonly<Record<string, () => void>>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** The button of a key takes the focus, as if it had been pressed: what the key opens gives it back there. */
function focusButtonOf(pressed: string): void {
  const buttons = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(pressed)}"]`);
  [...buttons].find((one) => one.checkVisibility())?.focus();
}

/**
 * Runs a handler for a single key when nobody is typing and no dialog is open. Named as Relais gives the key (as in
 * `KeyboardEvent.key`); the person may have chosen another one, or none.
 */
export function useHotkeys(handlers: Handlers, enabled = true): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) {
        return;
      }
      if (document.querySelector('[role="dialog"][data-modal-content], [aria-modal="true"]') !== null) {
        return;
      }
      const key = meantBy(keysNow(), event.key, Object.keys(latest.current));
      const run = key === undefined ? undefined : latest.current[key];
      if (run !== undefined) {
        event.preventDefault();
        focusButtonOf(event.key);
        run();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}

const lines = 'main [data-line]';

/** The line of a list that has the focus, or else the one that is told beside it. */
function lineNow(shown: readonly HTMLElement[]): number {
  const focused = shown.findIndex((line) => line === document.activeElement);
  return focused === -1 ? shown.findIndex((line) => line.getAttribute('aria-current') === 'true') : focused;
}

/** Presses the line that has the focus. */
export function openLine(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches(lines)) {
    activeElement.click();
  }
}

/** Moves the focus along the lines of the list on the page (`data-line`), which it does not leave; answers the line that has it. */
export function stepLines(by: number): string | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>(lines)].filter((line) => line.checkVisibility());
  const at = lineNow(shown);
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
  next?.focus();
  return next?.dataset['line'];
}
