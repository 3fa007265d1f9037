import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Brings axe into a page, where it stays until the page goes elsewhere. */
export function bringAxe(page: Page): Promise<unknown> {
  return page.evaluate(axe);
}

/** The rules of axe that look at colours; of the same page on another screen the others find the same. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe, which is in the page, finds against WCAG 2.2 AA; of its colours alone, if so asked. */
export function violationsIn(page: Page, { colours = false } = {}): Promise<string[]> {
  const runOnly = colours ? { type: 'rule', values: rulesOfColour } : { type: 'tag', values: rules };
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
       violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))`,
  );
}

/** What in a page keeps somebody out (WCAG 2.2 AA). */
export async function barriersOf(page: Page): Promise<string[]> {
  await bringAxe(page);
  return violationsIn(page);
}

/** By how much a page runs off the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** Said of an element so that one finds it: its tag, its first class and how its text begins. */
const named = `const named = (one) => one.tagName.toLowerCase() + '.' + String(one.className.baseVal ?? one.className).split(' ')[0] +
  ' "' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30) + '"';`;

/** What cannot be read without scrolling sideways: it runs off the screen, or is cut off by something that does not scroll. */
export function cutOffIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    ${named}
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    const found = over > 0 ? ['the page by ' + over] : [];
    // How far an element runs out of what can be seen; what lies in something that scrolls can be brought there.
    const outBy = (element) => {
      const { right } = element.getBoundingClientRect();
      for (let place = element.parentElement; place !== null; place = place.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(place);
        if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') return 0;
        const edge = place.getBoundingClientRect().right;
        if ((overflowX === 'hidden' || overflowX === 'clip') && right > edge + 1) return right - edge;
      }
      return right - width;
    };
    for (const element of document.body.querySelectorAll('*')) {
      const says = element.matches('input, select, textarea, button, svg') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (says && element.getBoundingClientRect().width > 1 && outBy(element) > 1 &&
          element.closest('.visually-hidden, [transform*="rotate"]') === null && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        found.push(named(element) + ' by ' + Math.round(outBy(element)));
      }
    }
    for (const text of document.querySelectorAll('svg[role=img] text')) {
      const [mine, chart] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
      const out = Math.max(chart.left - mine.left, mine.right - chart.right);
      if (mine.width > 0 && out > 1 && text.checkVisibility()) found.push(named(text) + ' of its chart by ' + Math.round(out));
    }
    return found;
  })()`);
}

/** What the Tab key comes to, in its order, though the eye meets it earlier: it lies wholly above what came before. */
export function outOfOrderIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    ${named}
    const stays = (element) => {
      for (let place = element; place !== null; place = place.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(place).position)) return true;
      }
      return false;
    };
    const reached = [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary, [tabindex])')]
      .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }) && !stays(one));
    // Of what scrolls within the page only the part in sight has a place there.
    const boxOf = (element) => {
      let { top, bottom } = element.getBoundingClientRect();
      for (let place = element.parentElement; place !== null && place !== document.body; place = place.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(place).overflowY)) {
          const seen = place.getBoundingClientRect();
          [top, bottom] = [top, bottom].map((at) => Math.min(seen.bottom, Math.max(seen.top, at)));
        }
      }
      return { top, bottom };
    };
    const ahead = [...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0).map((one) => named(one) + ' comes first');
    return ahead.concat(reached.flatMap((one, index) => {
      const before = reached[index - 1];
      return before !== undefined && boxOf(one).bottom <= boxOf(before).top + 1 && boxOf(one).top < boxOf(before).top
        ? [named(one) + ' after ' + named(before)] : [];
    }));
  })()`);
}

/** Fields on a dark screen that have the browser's own ground, as one has that is off. */
export function greyFieldsIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    ${named}
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = 'Field';
    const own = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const fields = document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea');
    return [...fields].filter((one) => one.checkVisibility() && getComputedStyle(one).backgroundColor === own).map(named);
  })()`);
}

/** What in forced colours looks as if it were not chosen: in border, ground, outline, underline and colour it is like its neighbour that is not. */
export function unseenStatesIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    ${named}
    const chosen = '[aria-current="page"], [aria-current="true"], [aria-pressed="true"], [aria-selected="true"], [data-selected]';
    const isPlain = (one) => !one.matches(chosen);
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    // A ground that is see-through or the page's own is no ground.
    const seen = (text) => text.replaceAll(canvas, 'none').replaceAll(/rgba\\([^)]*, 0\\)/g, 'none');
    const lookOf = (one) => ['', '::before', '::after'].map((part) => {
      const style = getComputedStyle(one, part);
      return ['borderTop', 'borderRight', 'borderBottom', 'borderLeft', 'backgroundColor', 'outline', 'textDecorationLine', 'color', 'content']
        .map((name) => name === 'backgroundColor' ? seen(style[name]) : style[name]).join(' ');
    }).join('; ');
    return [...document.querySelectorAll(chosen)].filter((one) => one.checkVisibility()).flatMap((one) => {
      const first = String(one.className).split(' ')[0];
      const other = [...document.querySelectorAll(one.tagName)].find((candidate) =>
        isPlain(candidate) && String(candidate.className).split(' ')[0] === first && candidate.checkVisibility());
      if (other === undefined) return [];
      const [mine, theirs] = [lookOf(one), lookOf(other)];
      const rows = [one, other].map((each) => each.closest('tr, li')).map((row) => row === null ? '' : lookOf(row) + [...row.children].slice(0, 1).map(lookOf).join());
      return mine === theirs && rows[0] === rows[1] ? [named(one)] : [];
    });
  })()`);
}

/** What is read by scrolling on the screen and would be cut off on paper. */
export function cutOnPaperIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    ${named}
    return [...document.querySelectorAll('main [role=group][tabindex="0"]')].filter((one) =>
      (getComputedStyle(one).overflowY !== 'visible' || getComputedStyle(one).maxHeight !== 'none') &&
      (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)).map(named);
  })()`);
}
