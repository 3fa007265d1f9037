import { useSyncExternalStore } from 'react';

/**
 * How the session of this page stands: it holds, it ended elsewhere, the person signed out here, or somebody else signed in with
 * this browser.
 */
export type Standing = 'holds' | 'ended' | 'left' | 'another';

let current: Standing = 'holds';
/** Grows when a session begins or ends: an answer to what was asked before is nobody’s any more. */
let turn = 0;
/** Another tab has opened a session, and whether it is the one of this page is not known yet. */
let isElsewhere = false;
/** This page is getting another session for its own: a refusal is to the one before. */
let isChanging = false;
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
    isElsewhere = false;
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
    if (current === 'holds' && !(isChanging && why === 'ended')) {
      turn += 1;
      become(why === 'ended' && isElsewhere ? 'another' : why);
    }
  },

  /** A session is open in another tab: what ended here, or ends before it is known to be the same, was only the one before. */
  goesOnElsewhere(): void {
    isElsewhere = true;
    if (current === 'ended') {
      become('another');
    }
  },

  /** The session that another tab spoke of is the one of this page. */
  isThisOne(): void {
    isElsewhere = false;
  },

  /** No tab has a session any more. */
  endsEverywhere(): void {
    isElsewhere = false;
    standing.end('ended');
  },

  get isChanging(): boolean {
    return isChanging;
  },

  /** Does what gives this page another session; meanwhile a refusal ends nothing, as it is to the one before. */
  async change<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    isChanging = true;
    try {
      return await work();
    } finally {
      isChanging = false;
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
