import { useEffect, useState } from 'react';

const tickMilliseconds = 100;

/** Seconds since a moment, while `running`. */
export function useElapsed(since: number, running: boolean): number {
  const [now, setNow] = useState(since);
  useEffect(() => {
    if (!running) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), tickMilliseconds);
    return () => clearInterval(timer);
  }, [running, since]);
  return Math.max(0, now - since) / 1_000;
}
