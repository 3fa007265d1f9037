import type { OwnSession } from '#contracts/people';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { presence } from './presence.js';
import { sessionQuery, verifySession } from './session.js';

const minute = 60_000;
/** The person is told so long before their session ends, long enough to go on with it. */
export const warnedMinutes = 3;

function remaining({ endsAt }: OwnSession): number {
  return Date.parse(endsAt) - Date.now();
}

/**
 * Makes the session last while its person is there, also when they only read or write and nothing is asked; answers the session once it
 * is about to end, else undefined.
 */
export function useLasting(): OwnSession | undefined {
  const { data: session } = useQuery(sessionQuery());
  const [now, setNow] = useState(Date.now);
  useEffect(() => presence.follow(), []);
  useEffect(() => {
    const timer = setInterval(() => {
      // While nobody is there it only asks once it looks as if the session were about to end: another tab may have made it last.
      if (presence.isThere || (session !== undefined && remaining(session) < (warnedMinutes + 1) * minute)) {
        void verifySession();
      }
      setNow(Date.now());
    }, minute / 2);
    return () => clearInterval(timer);
  }, [session]);
  const isEnding = session !== undefined && Date.parse(session.endsAt) - now < warnedMinutes * minute;
  return isEnding ? session : undefined;
}
