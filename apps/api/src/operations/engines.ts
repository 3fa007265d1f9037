import type { Engine } from '#contracts/operations';
import type { KnownProcess } from '#persistence/operations';

type Report = { readonly fault: string | null; readonly since: string; readonly seenAt: string };

/** How the running processes reach an engine, each by its own word. */
export function engineOf(
  name: Engine['name'],
  version: string | null,
  processes: readonly Pick<KnownProcess, 'state' | 'seenAt' | 'checks'>[],
): Engine {
  const reports = processes
    .filter(({ state }) => state !== 'gone')
    .flatMap(({ checks, seenAt }) =>
      checks.filter((check) => check.name === name).map(({ fault, since }): Report => ({ fault, since, seenAt })),
    );
  const away = reports.filter(({ fault }) => fault !== null);
  const serving = reports.filter(({ fault }) => fault === null);
  const deciding = away.length > 0 ? away : serving;
  return {
    name,
    version,
    state: reports.length === 0 ? 'unknown' : away.length === 0 ? 'serves' : serving.length === 0 ? 'away' : 'partly',
    since: deciding.map(({ since }) => since).sort()[0] ?? null,
    // Whoever does not reach it now reached it until then.
    seenAt: [...serving.map(({ seenAt }) => seenAt), ...away.map(({ since }) => since)].sort().at(-1) ?? null,
    fault: away[0]?.fault ?? null,
  };
}
