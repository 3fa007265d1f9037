import type { Session } from '#contracts/people';
import { useCallback, useState } from 'react';
import { newKey } from '../../../client/api.js';
import { civilDate } from '../../../shared/time.js';
import type { Draft } from './draft.js';
import { emptyDraft } from './draft.js';

function placeOf(owner: Session): string {
  return `relais.new-case.${owner.person.personId}`;
}

function load(owner: Session): Draft {
  const empty = emptyDraft(civilDate(new Date()), owner.membership.services);
  try {
    const stored = JSON.parse(sessionStorage.getItem(placeOf(owner)) ?? 'null') as Partial<Draft> | null;
    return { ...empty, ...stored };
  } catch {
    return empty;
  }
}

function keep(owner: Session, draft: Draft): void {
  try {
    sessionStorage.setItem(placeOf(owner), JSON.stringify(draft));
  } catch {
    // A browser that stores nothing still lets one write; only a reload would lose the draft.
  }
}

/** The draft of this tab: it outlives errors, reloads and a detour to another page. */
export function useDraft(owner: Session) {
  const [draft, setDraft] = useState(() => load(owner));
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        keep(owner, next);
        return next;
      }),
    [owner],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(placeOf(owner));
    setDraft(emptyDraft(civilDate(new Date()), owner.membership.services));
  }, [owner]);
  /** After a definite refusal nothing happened under the key: a corrected draft is a new request. */
  const renewKey = useCallback(() => change({ key: newKey() }), [change]);
  return { draft, change, forget, renewKey };
}
