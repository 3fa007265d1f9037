import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds. For what styles must not do: another order, which only the source may have, or the eye and the Tab key part. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
