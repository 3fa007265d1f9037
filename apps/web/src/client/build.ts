import { buildAt, buildOf } from '#contracts/kernel/codes';
import { useSyncExternalStore } from 'react';

/** The build that this page is of, null when it comes from a development server. */
export function ownBuild(): string | null {
  const program = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  return buildAt(program ?? '');
}

let isOld = false;
const listeners = new Set<() => void>();

/** Takes note of the build that the server serves now. */
export function noteBuild(served: string | null): void {
  if (!isOld && served !== null && ownBuild() !== null && served !== ownBuild()) {
    isOld = true;
    listeners.forEach((tell) => tell());
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True once another version of the application is served than the one that is open. */
export function useOldBuild(): boolean {
  return useSyncExternalStore(subscribe, () => isOld);
}

/** Asks which version is served now, when a part of this one cannot be loaded. */
export async function verifyBuild(): Promise<void> {
  try {
    const page = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-cache' });
    noteBuild(buildOf(await page.text()));
  } catch {
    // Without a connection nothing is known.
  }
}
