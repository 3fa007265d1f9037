import type { Finding, PlacedFinding, Refusing } from '#domain/anonymity';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

type Rules = typeof import('./guard-rules.js');

let rules: Rules | null = null;
let coming: Promise<void> | null = null;
const listeners = new Set<() => void>();
const nothing: readonly Finding[] = [];
const nowhere: readonly PlacedFinding[] = [];

/** The guard knows many names and is fetched when the first text field appears; until then the server alone guards. */
async function fetchGuard(): Promise<void> {
  rules = await import('./guard-rules.js');
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function useRules(): Rules | null {
  const known = useSyncExternalStore(subscribe, () => rules);
  useEffect(() => {
    coming ??= fetchGuard().catch(() => {
      coming = null;
    });
  }, []);
  return known;
}

/** What the anonymity guard finds in a text, read as the table of free texts says; empty when the text may be sent. */
export function useGuard(text: string, guard: Refusing = 'refused'): readonly Finding[] {
  const known = useRules();
  return useMemo(() => (known === null ? nothing : known.guardOf[guard](text)), [known, guard, text]);
}

/** What the anonymity guard finds in all texts of a request to a route; empty when it may be sent. */
export function useFindings(route: string, request: unknown): readonly PlacedFinding[] {
  const known = useRules();
  const written = JSON.stringify(request);
  return useMemo(
    () => (known === null ? nowhere : known.findingsIn(route, JSON.parse(written))),
    [known, route, written],
  );
}
