import type { Finding } from '#contracts/operations';
import { queryOptions } from '@tanstack/react-query';

/** What is wrong as seen without a session and without the database; undefined when this says nothing. */
export type Outage = 'api' | readonly Finding[];

type Readiness = { readonly ok: boolean; readonly checks: Readonly<Record<string, string>> };

async function readOutage(signal: AbortSignal): Promise<Outage> {
  try {
    const response = await fetch('/health/ready', { signal, headers: { accept: 'application/json' } });
    const { checks } = (await response.json()) as Readiness;
    return Object.entries(checks)
      .filter(([, answer]) => answer !== 'ok')
      .map(([subject]) => ({ code: 'engine-away', severity: 'bad', subject, count: null }));
  } catch {
    return 'api';
  }
}

/** Asks the API itself, because the view of operations needs PostgreSQL, which may be what is away. */
export const outageQuery = queryOptions({
  queryKey: ['outage'],
  queryFn: ({ signal }) => readOutage(signal),
  staleTime: 0,
});
