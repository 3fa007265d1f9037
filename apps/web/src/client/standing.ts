import { useSyncExternalStore } from 'react';

/**
 * How the session of this page stands: it holds, it ended elsewhere, the person signed out here, or somebody else signed in with
 * this browser.
 */
export type Standing = 'holds' | 'ended' | 'left' | 'another';

let current: Standing = 'holds';
/** Grows when a session begins or ends: an answer to what was asked before is nobody’s any more. */
let turn = 0;
const listeners = new Set<() => void>();

function become(next: Standing): void {
  if (current !== next) {
    current = next;
    listeners.forEach((tell) => tell());
  }
}

/** The standing of the session of this page. */
export const standing = {
  get now(): Standing {
    return current;
  },

  get turn(): number {
    return turn;
  },

  /** Somebody has signed in. */
  begin(): void {
    turn += 1;
    become('holds');
  },

  /** The session that is there is the one of this page. */
  goOn(): void {
    if (current !== 'holds') {
      standing.begin();
    }
  },

  /** The session is over for this page; the first reason counts. */
  end(why: Exclude<Standing, 'holds'>): void {
    if (current === 'holds') {
      turn += 1;
      become(why);
    }
  },

  /** A session is open after all, in another tab: what ended here was only the one before. */
  goesOnElsewhere(): void {
    if (current === 'ended') {
      become('another');
    }
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The standing of the session, for what is drawn. */
export function useStanding(): Standing {
  return useSyncExternalStore(standing.subscribe, () => current);
}
