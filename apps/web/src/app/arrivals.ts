import { focusTitle, whenShown } from '../shared/focus.js';
import type { router as theRouter } from './router.js';

/** A page that was left, and where its focus was. */
type Left = { readonly href: string; readonly link: string | null };

const most = 20;

/** The address of the link that has the focus in the page; null when none has. */
function linkInUse(): string | null {
  return document.activeElement?.closest('main a[href]')?.getAttribute('href') ?? null;
}

/** Puts the focus where somebody who arrives begins: the title of a new page, the link by which a page was left when they come back to it. Answers how to end it. */
export function followArrivals(router: typeof theRouter): () => void {
  let left: Left[] = [];
  let giveUp: () => void = () => undefined;
  const ends = [
    router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      giveUp();
      if (fromLocation !== undefined && pathChanged) {
        left = [...left, { href: fromLocation.href, link: linkInUse() }].slice(-most);
      }
    }),
    router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) {
        return;
      }
      // The last one is the page one comes from.
      const at = left.slice(0, -1).findLastIndex(({ href }) => href === toLocation.href);
      const link = at === -1 || document.activeElement?.closest('nav') != null ? null : (left[at]?.link ?? null);
      left = at === -1 ? left : left.slice(0, at);
      focusTitle();
      if (link !== null) {
        giveUp = whenShown(`main a[href="${CSS.escape(link)}"]`);
      }
    }),
  ];
  return () => {
    giveUp();
    ends.forEach((end) => end());
  };
}
