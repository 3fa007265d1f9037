/** The name of the build whose program has this address: `index-Bx3` of `/assets/index-Bx3.js`; null of any other. */
export function buildAt(program: string): string | null {
  return /^\/assets\/([\w-]+)\.js$/.exec(program)?.[1] ?? null;
}

/** The name of the build that a page is of: that of its program, which has a hash of all that it may load. */
export function buildOf(page: string): string | null {
  return buildAt(/<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '');
}
