import type { Finding } from '#domain/anonymity';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

type Guard = (text: string) => readonly Finding[];

let guard: Guard | null = null;
let coming: Promise<void> | null = null;
const listeners = new Set<() => void>();
const nothing: readonly Finding[] = [];

/** The guard knows many names and is fetched when the first text field appears; until then the server alone guards. */
async function fetchGuard(): Promise<void> {
  const { findIdentifiers } = await import('./guard-rules.js');
  guard = findIdentifiers;
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the anonymity guard finds in a text; empty when the text may be sent. */
export function useGuard(text: string): readonly Finding[] {
  const find = useSyncExternalStore(subscribe, () => guard);
  useEffect(() => {
    coming ??= fetchGuard().catch(() => {
      coming = null;
    });
  }, []);
  return useMemo(() => (find === null ? nothing : find(text)), [find, text]);
}
