import { useEffect, useRef, useState } from 'react';
import { drafts } from '../client/kept.js';

/** Whether a form shows what was written before, and the way to begin anew; for `DraftNote`. */
export type DraftNotice = { readonly restored: boolean; readonly discard: () => void };

/** A form with what is written in it. */
export type Draft<Value> = {
  readonly value: Value;
  readonly change: (part: Partial<Value>) => void;
  readonly notice: DraftNotice;
  /** It was sent: nothing of it is kept any more. */
  readonly forget: () => void;
};

/** The fields that are not what they were at first. */
function changedFrom<Value extends object>(initial: Value, value: Value): Partial<Value> {
  const fields = Object.keys(value) as (keyof Value)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(value[field]) !== JSON.stringify(initial[field]))
      .map((field) => [field, value[field]]),
  ) as Partial<Value>;
}

/**
 * The fields of a form, kept on the device until they are sent: closing, a reload or going back loses nothing. Only what differs
 * from the first value is kept, so what has changed elsewhere meanwhile is not undone.
 * @param place names the form, and the case or thing it is about
 */
export function useDraft<Value extends object>(place: string, first: Value | (() => Value)): Draft<Value> {
  const [initial] = useState(first);
  const [found] = useState(() => drafts.get(place) as Partial<Value> | undefined);
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...found }));
  const [restored, setRestored] = useState(found !== undefined);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const put = (next: Value) => {
    latest.current = next;
    setValue(next);
  };
  return {
    value,
    change: (part) => {
      const next = { ...latest.current, ...part };
      const changed = changedFrom(initial, next);
      put(next);
      if (Object.keys(changed).length === 0) {
        drafts.remove(place);
      } else {
        drafts.set(place, changed);
      }
    },
    forget: () => {
      drafts.remove(place);
      setRestored(false);
    },
    notice: {
      restored,
      discard: () => {
        drafts.remove(place);
        put(initial);
        setRestored(false);
      },
    },
  };
}
