import type { Span } from './finding.js';
import {
  countedThings,
  dottedStreetTypes,
  englishStreetTypes,
  leadingStreetTypes,
  notStreets,
  numberWords,
  shortenedStreetEnding,
  shortenedStreetTypes,
  streetConnectors,
  streetStops,
  strongStreetEnding,
  strongStreetTypes,
  weakStreetEnding,
  weakStreetTypes,
} from './street-words.js';
import type { Token } from './tokens.js';

const longestName = 7;

type StreetName = { next: number; capitalised: boolean };

// House numbers have at most four digits; a year is not one, or "En 2024, rue Neuve" would be an address.
function houseNumberEnd(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^[1-9]\d{0,3}$/.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)) {
    return undefined;
  }
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (token.attached && before?.kind !== 'mark') {
    return undefined;
  }
  if (
    after?.kind === 'mark' &&
    after.attached &&
    /[.,:]/.test(after.text) &&
    tokens[index + 2]?.kind === 'number' &&
    tokens[index + 2]?.attached
  ) {
    return undefined;
  }
  if (after !== undefined && (/[€%$]/.test(after.text) || countedThings.has(after.folded))) {
    return undefined;
  }
  const suffixed =
    after?.kind === 'word' &&
    ((after.attached && /^[a-gi-z]$/i.test(after.text)) || /^(?:bis|ter|quater)$/.test(after.folded));
  return suffixed ? index + 2 : index + 1;
}

function numberAfter(tokens: readonly Token[], from: number): number | undefined {
  let index = from;
  if (tokens[index]?.kind === 'mark' && /^[,(]$/.test(tokens[index]?.text ?? '')) {
    index += 1;
  }
  if (tokens[index]?.text === '\n') {
    index += 1;
  }
  if (numberWords.has(tokens[index]?.folded ?? '')) {
    index += 1;
    if (/^[°º.:o]$/.test(tokens[index]?.text ?? '')) {
      index += 1;
    }
  }
  return houseNumberEnd(tokens, index);
}

function numberBefore(tokens: readonly Token[], streetIndex: number): number | undefined {
  let index = streetIndex - 1;
  while (
    index > streetIndex - 4 &&
    (streetConnectors.has(tokens[index]?.folded ?? '') || tokens[index]?.text === ',')
  ) {
    index -= 1;
  }
  const last = tokens[index];
  if (
    last?.kind === 'word' &&
    (/^(?:bis|ter|quater)$/.test(last.folded) || (last.attached && last.text.length === 1))
  ) {
    index -= 1;
  }
  return houseNumberEnd(tokens, index) === undefined ? undefined : index;
}

// After a name in small letters only the end of a phrase, a postcode or a box shows that the number is a house number.
function endsLikeAddress(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token === undefined ||
    (token.kind === 'mark' && !/[€%$°]/.test(token.text)) ||
    (token.kind === 'number' && /^[1-9]\d{3}$/.test(token.text)) ||
    /^(?:boite|bte|bus|box|a|te|in|at|b)$/.test(token.folded)
  );
}

function readFrenchName(tokens: readonly Token[], from: number, strong: boolean): StreetName | undefined {
  let next = from;
  let lastName = -1;
  let capitalised = false;
  while (next < from + longestName) {
    const token = tokens[next];
    if (token?.kind !== 'word') {
      break;
    }
    const connector = streetConnectors.has(token.folded);
    if (token.capital && !numberWords.has(token.folded)) {
      capitalised = capitalised || !connector;
      lastName = next;
    } else if (!connector) {
      if (!strong || streetStops.has(token.folded) || numberWords.has(token.folded)) {
        break;
      }
      lastName = next;
    }
    next += 1;
  }
  return lastName < 0 ? undefined : { next: lastName + 1, capitalised };
}

function frenchStreet(tokens: readonly Token[], index: number): [number, number] | undefined {
  const type = tokens[index]?.folded ?? '';
  const strong = strongStreetTypes.has(type);
  if (!strong && !weakStreetTypes.has(type)) {
    return undefined;
  }
  const dotted = shortenedStreetTypes.has(type) && tokens[index + 1]?.text === '.';
  if (dottedStreetTypes.has(type) && !dotted) {
    return undefined;
  }
  const name = readFrenchName(tokens, index + (dotted ? 2 : 1), strong);
  if (name === undefined) {
    return undefined;
  }
  const end = numberAfter(tokens, name.next);
  if (end !== undefined && (name.capitalised || (strong && endsLikeAddress(tokens, end)))) {
    return [index, end];
  }
  const start = numberBefore(tokens, index);
  return start !== undefined && (name.capitalised || strong) ? [start, name.next] : undefined;
}

/** The index after a full stop that shortens the word before it. */
function afterStop(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  return token?.text === '.' && token.attached ? index + 1 : index;
}

function dutchStreet(tokens: readonly Token[], index: number): [number, number] | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word' || notStreets.has(token.folded)) {
    const oldMarket = token?.text === 'Markt' && /^(?:grote|oude|nieuwe)$/.test(tokens[index - 1]?.folded ?? '');
    const end = oldMarket ? numberAfter(tokens, index + 1) : undefined;
    return end === undefined ? undefined : [index - 1, end];
  }
  const short = shortenedStreetEnding.test(token.folded);
  const strong = short || strongStreetEnding.test(token.folded);
  if (!strong && !(token.capital && weakStreetEnding.test(token.folded))) {
    return undefined;
  }
  const end = numberAfter(tokens, short ? afterStop(tokens, index + 1) : index + 1);
  if (end !== undefined && ((strong && token.capital) || endsLikeAddress(tokens, end))) {
    return [index, end];
  }
  const before = /^(?:de|het)$/.test(tokens[index - 1]?.folded ?? '') ? index - 3 : index - 2;
  const announced =
    numberWords.has(tokens[before - 1]?.folded ?? '') || numberWords.has(tokens[before - 2]?.folded ?? '');
  return strong && announced && houseNumberEnd(tokens, before) !== undefined ? [before, index + 1] : undefined;
}

function englishStreet(tokens: readonly Token[], index: number): [number, number] | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word' || !token.capital || !englishStreetTypes.has(token.folded)) {
    return undefined;
  }
  let first = index;
  while (first > index - 4 && tokens[first - 1]?.kind === 'word' && tokens[first - 1]?.capital) {
    first -= 1;
  }
  const leads = leadingStreetTypes.has(token.folded) && tokens[index + 1]?.capital === true;
  if (first === index || leads || countedThings.has(tokens[index + 1]?.folded ?? '')) {
    return undefined;
  }
  const start = numberBefore(tokens, first);
  if (start !== undefined) {
    return [start, index + 1];
  }
  const end = numberAfter(tokens, afterStop(tokens, index + 1));
  return end === undefined ? undefined : [first, end];
}

/** Streets with a house number, in the French, Dutch and English order; a street alone or a postcode alone passes. */
export function findStreetAddresses(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, index) => {
    const place = frenchStreet(tokens, index) ?? dutchStreet(tokens, index) ?? englishStreet(tokens, index);
    const start = place && tokens[place[0]]?.start;
    const end = place && tokens[place[1] - 1]?.end;
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
