import type { SessionRepository } from '#persistence';

/** The sessions of open streams that ended, in case the notice of it was lost. */
export async function endedSessions(
  sessions: SessionRepository,
  clients: Iterable<{ readonly session: string }>,
): Promise<string[]> {
  const open = [...new Set([...clients].map(({ session }) => session))];
  const living = open.length === 0 ? new Set<string>() : await sessions.findLiving(open);
  return open.filter((session) => !living.has(session));
}
