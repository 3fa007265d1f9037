import { useEffect } from 'react';
import { isCharacter, keysNow, meantBy } from './key-choices.js';

/** The line whose panel is on its way, and the key that was pressed for it meanwhile. */
let awaited: { readonly line: string; key?: string } | undefined;
/** The line whose panel is there, with all that it offers. */
let told: string | undefined;

/** Keys that do the same whatever line is told. */
const general = ['j', 'k', '?', '/'];

/** A key that is pressed before the panel is there is neither for the line of before nor lost: it is pressed again then. */
function keep(event: KeyboardEvent): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && isCharacter(event.key);
  if (awaited === undefined || awaited.line === told || !isPlain) {
    return;
  }
  const isTyped = event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
  const isGeneral = meantBy(keysNow(), event.key, general) !== undefined;
  if (isTyped || isGeneral || document.querySelector('[aria-modal="true"]') !== null) {
    return;
  }
  event.stopImmediatePropagation();
  event.preventDefault();
  awaited.key = event.key;
}

function goTo(line: string | undefined): void {
  awaited = line === undefined ? undefined : { line };
}

/** For a list whose lines are told in a panel: to be told of the line somebody goes on to, so that the keys they press are for it. */
export function useGoing(): (line: string | undefined) => void {
  useEffect(() => {
    document.addEventListener('keydown', keep, { capture: true });
    return () => {
      document.removeEventListener('keydown', keep, { capture: true });
      goTo(undefined);
    };
  }, []);
  return goTo;
}

/** For the panel of a line: whether all that it offers is there. */
export function useKeysFor(line: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) {
      return;
    }
    told = line;
    const key = awaited?.line === line ? awaited.key : undefined;
    goTo(undefined);
    if (key !== undefined) {
      // Once all that hears keys is there too.
      queueMicrotask(() => document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })));
    }
    return () => {
      told = undefined;
    };
  }, [line, isThere]);
}
