import { useSyncExternalStore } from 'react';

/** What a person chose for the keys that do something by themselves; a key goes by what Relais gives it, `changed` says what it is for them. */
export type KeyChoices = { readonly off: boolean; readonly changed: Readonly<Record<string, string>> };

/** As Relais gives them. */
export const givenKeys: KeyChoices = { off: false, changed: {} };

/** Whether a key is one character, which speech or a slip of the hand gives by chance (WCAG 2.1.4); the others cannot be changed. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1 && key !== ' ';
}

/** What to press for a key; undefined when that is switched off. */
export function pressedFor(choices: KeyChoices, key: string): string | undefined {
  if (!isCharacter(key)) {
    return key;
  }
  return choices.off ? undefined : (choices.changed[key] ?? key);
}

/** The one of these keys that is meant by what was pressed. */
export function meantBy(choices: KeyChoices, pressed: string, keys: readonly string[]): string | undefined {
  return keys.find((key) => pressedFor(choices, key) === pressed);
}

/** The choices with another character for a key, or why that cannot be: it is none, or another of these keys has it. */
export function withKey(
  choices: KeyChoices,
  key: string,
  wanted: string,
  keys: readonly string[],
): KeyChoices | 'none' | 'taken' {
  if (!isCharacter(wanted)) {
    return 'none';
  }
  const others = keys.filter((one) => one !== key && isCharacter(one));
  if (others.some((one) => (choices.changed[one] ?? one) === wanted)) {
    return 'taken';
  }
  const { [key]: _, ...changed } = choices.changed;
  return { ...choices, changed: wanted === key ? changed : { ...changed, [key]: wanted } };
}

/** Choices as they are kept; whatever is not what we wrote counts as none. */
export function readChoices(kept: string | null): KeyChoices {
  try {
    const found: unknown = JSON.parse(kept ?? '{}');
    if (typeof found !== 'object' || found === null) {
      return givenKeys;
    }
    const { off, changed } = found as Partial<Record<keyof KeyChoices, unknown>>;
    const pairs = typeof changed === 'object' && changed !== null ? Object.entries(changed) : [];
    return {
      off: off === true,
      changed: Object.fromEntries(
        pairs.filter(
          (pair): pair is [string, string] =>
            isCharacter(pair[0]) && typeof pair[1] === 'string' && isCharacter(pair[1]),
        ),
      ),
    };
  } catch {
    return givenKeys;
  }
}

let owner: string | undefined;
let current = givenKeys;
const listeners = new Set<() => void>();

function placeOf(personId: string): string {
  return `relais.keys.${personId}`;
}

function change(next: KeyChoices): void {
  current = next;
  listeners.forEach((tell) => tell());
}

/** The choices of this person hold from now on; they are kept on the device. */
export function takeKeysOf(personId: string): void {
  owner = personId;
  change(readChoices(localStorage.getItem(placeOf(personId))));
}

/** Keeps the choices of the person. */
export function keepKeys(next: KeyChoices): void {
  if (owner !== undefined) {
    localStorage.setItem(placeOf(owner), JSON.stringify(next));
  }
  change(next);
}

/** The choices that hold now. */
export function keysNow(): KeyChoices {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The choices that hold, on the screen. */
export function useKeyChoices(): KeyChoices {
  return useSyncExternalStore(subscribe, keysNow);
}
