/** Parts of pages, each known once its page is loaded. */
export const parts = new Set<() => Promise<void>>();

/** The first loads of a page go before. */
const aheadAfter = 2_000;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Not every browser says when it has nothing to do.
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve());
    } else {
      setTimeout(resolve, 50);
    }
  });
}

/** Whether somebody has asked their browser to fetch only what is needed; not every browser tells. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/**
 * Fetches pages, and then their parts, while nothing else is to do: who loses the connection goes on with them. Until the returned
 * function is called, and not at all for who saves data.
 */
export function fetchAhead(pages: readonly (() => Promise<void>)[]): () => void {
  if (savesData()) {
    return () => undefined;
  }
  let isStopped = false;
  const fetchAll = async () => {
    const done = new Set<() => Promise<void>>();
    const next = () => (isStopped ? undefined : [...pages, ...parts].find((one) => !done.has(one)));
    for (let preload = next(); preload !== undefined; preload = next()) {
      done.add(preload);
      await idle();
      await preload();
    }
  };
  const timer = setTimeout(() => void fetchAll(), aheadAfter);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
