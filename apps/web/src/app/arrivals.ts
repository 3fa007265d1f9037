import { focusTitle, whenShown } from '../shared/focus.js';
import type { router as theRouter } from './router.js';

/** What had the focus in a page, so that it is found again when the page is drawn anew: a link by its address, a button by its words, a place that was led to by its name. */
type Control = { readonly kind: 'a' | 'button' | '[id]'; readonly says: string };

/** A page that was left, and where its focus was. */
type Left = { readonly href: string; readonly control: Control | null };

const most = 20;

function saidOf(element: Element): string {
  if (kindOf(element) === '[id]') {
    return element.id;
  }
  return element.getAttribute('href') ?? element.getAttribute('aria-label') ?? element.textContent.trim();
}

function kindOf(element: Element): Control['kind'] {
  return element.matches('a') ? 'a' : element.matches('button') ? 'button' : '[id]';
}

/** What has the focus in the page; null when nothing has that is found again. */
function controlInUse(): Control | null {
  const found = document.activeElement?.closest('main :is(a[href], button, [id])') ?? null;
  return found === null ? null : { kind: kindOf(found), says: saidOf(found) };
}

/** Puts the focus where somebody who arrives begins: the title of a new page, the link by which a page was left when they come back to it. Answers how to end it. */
export function followArrivals(router: typeof theRouter): () => void {
  let left: Left[] = [];
  let giveUp: () => void = () => undefined;
  const ends = [
    router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      giveUp();
      if (fromLocation !== undefined && pathChanged) {
        left = [...left, { href: fromLocation.href, control: controlInUse() }].slice(-most);
      }
    }),
    router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) {
        return;
      }
      // The last one is the page one comes from.
      const at = left.slice(0, -1).findLastIndex(({ href }) => href === toLocation.href);
      const control = at === -1 || document.activeElement?.closest('nav') != null ? null : (left[at]?.control ?? null);
      left = at === -1 ? left : left.slice(0, at);
      focusTitle();
      if (control !== null) {
        giveUp = whenShown(`main ${control.kind}`, (one) => saidOf(one) === control.says);
      }
    }),
  ];
  return () => {
    giveUp();
    ends.forEach((end) => end());
  };
}
