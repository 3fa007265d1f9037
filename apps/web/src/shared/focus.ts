/** An element that had the focus, and all it lay in, nearest first: what is left of it says where the focus belongs once it is gone. */
type Spot = readonly Element[];

const most = 12;

function spotOf(element: Element): Spot {
  const up = element.parentElement;
  return [element, ...(up === null ? [] : spotOf(up))];
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** Whether an element can have the focus now. */
function canTake(element: Element | undefined): element is HTMLElement {
  return element instanceof HTMLElement && isShown(element) && !element.matches(':disabled');
}

/** Whether Tab comes to an element. */
function isReached(element: Element): element is HTMLElement {
  return canTake(element) && element.tabIndex >= 0;
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) {
    return;
  }
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
  }
  element.focus();
}

/** A place that has a name of its own. */
const regions = 'section, article, form, aside, nav, main, dialog, [role="dialog"]';
const headings = 'h1, h2, h3';

function firstShown(place: Element, selector: string): Element | undefined {
  return [...place.querySelectorAll(selector)].find(isShown);
}

/** What says where one is, in the nearest place that is left of a spot; a heading does nothing when Enter is pressed once more. */
function landingOf(spot: Spot): Element | undefined {
  for (const place of spot.slice(1).filter(isShown)) {
    const told = firstShown(place, '[data-lands]');
    if (told !== undefined && place !== document.body && !place.matches('main, html')) {
      return firstShown(told, headings) ?? told;
    }
    if (place.matches(regions)) {
      return firstShown(place, headings) ?? place;
    }
  }
  return undefined;
}

/** Where the focus goes when it is lost: the newest spot that can have it, or else the nearest place that is left of it. */
function homeOf(spots: readonly Spot[]): Element | undefined {
  const [newest, ...before] = spots.toReversed();
  const rest = newest?.find((one) => one.isConnected);
  if (newest !== undefined && rest !== undefined && !isShown(rest)) {
    // Hidden, as a list is on a phone while one of its lines is read: what was left there is where one comes back to.
    const place = newest.find(isShown);
    const left = before.map(([one]) => one).find((one) => canTake(one) && place?.contains(one) === true);
    if (left !== undefined && place?.matches('main, body, html') === false) {
      return left;
    }
  }
  for (const spot of spots.toReversed()) {
    const found = canTake(spot[0]) ? spot[0] : landingOf(spot);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The dialog that is open; nothing outside takes the focus meanwhile. */
function openDialog(): Element | null {
  return document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]');
}

/** Puts the focus on the title of the page, where somebody begins to read it. */
export function focusTitle(): void {
  if (openDialog() === null) {
    focusOn(document.querySelector('main h1') ?? document.querySelector('main'));
  }
}

/** Gives the focus to the one that is meant of what the selector finds, at once or when it comes, unless the person does something before; answers how to give it up. */
export function whenShown(selector: string, isMeant: (element: Element) => boolean): () => void {
  const observer = new MutationObserver(look);
  const done = new AbortController();
  const giveUp = () => {
    observer.disconnect();
    done.abort();
  };
  function look(): void {
    const found = [...document.querySelectorAll(selector)].find((one) => canTake(one) && isMeant(one));
    if (found !== undefined) {
      giveUp();
      focusOn(found);
    }
  }
  observer.observe(document.body, { childList: true, subtree: true });
  ['keydown', 'pointerdown'].forEach((type) => document.addEventListener(type, giveUp, { signal: done.signal }));
  look();
  return giveUp;
}

/**
 * Keeps the focus from getting lost while it runs: when what had it goes (a dialog closes, a button did its deed, a list
 * is hidden), it returns to what had it before, or to the place where it was. Answers how to end it.
 */
export function keepFocus(): () => void {
  let spots: Spot[] = [];
  let isAsked = false;
  const onFocusIn = ({ target }: Event) => {
    if (target instanceof Element) {
      spots = [...spots.filter(([one]) => one !== target), spotOf(target)].slice(-most);
    }
  };
  // Who presses on nothing wants the focus nowhere.
  const onPointerDown = ({ target }: Event) => {
    if (target instanceof Node && spots.at(-1)?.[0]?.contains(target) !== true && openDialog() === null) {
      spots = [];
    }
  };
  const look = () => {
    isAsked = false;
    const active = document.activeElement;
    const newest = spots.at(-1)?.[0];
    const isKept = active !== null && active !== document.body && isShown(active);
    // A button that is busy is disabled, and has its focus back once it is done.
    if (newest === undefined || isKept || (isShown(newest) && newest.matches(':disabled'))) {
      return;
    }
    const home = homeOf(spots);
    const dialog = openDialog();
    if (home !== undefined && (dialog === null || dialog.contains(home))) {
      focusOn(home);
    }
  };
  const ask = () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(look);
    }
  };
  const observer = new MutationObserver(ask);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('pointerdown', onPointerDown, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('pointerdown', onPointerDown, true);
  };
}

const fields = 'input:not([type="hidden"]), select, textarea';

/** Where somebody begins in a dialog: what it names, else its first field, else the button that changes nothing. */
export function beginIn(dialog: Element): void {
  if (dialog.querySelector('[data-autofocus]') !== null) {
    return;
  }
  const candidates = [...dialog.querySelectorAll<HTMLInputElement>(fields)].filter(isReached);
  const [first] = candidates;
  const chosen = first?.type === 'radio' && candidates.find((one) => one.name === first.name && one.checked);
  const begins = (chosen === false ? undefined : chosen) ?? first ?? dialog.querySelector('[data-harmless]');
  begins?.setAttribute('data-autofocus', '');
}

const faulty = ['input', 'select', 'textarea'].map((one) => `${one}:invalid, ${one}[aria-invalid="true"]`).join(', ');

/** Puts the focus on the first thing in a form that is missing or wrong; on its first field when none is marked. */
export function focusFault(form: Element): void {
  const marked = [...form.querySelectorAll(`${faulty}, [data-faulty] :is(${fields}, button)`)].find(isReached);
  focusOn(marked ?? [...form.querySelectorAll(fields)].find(isReached) ?? null);
}
