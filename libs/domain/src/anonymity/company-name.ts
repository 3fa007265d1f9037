import type { Span } from './finding.js';
import { isKnownName, isNameWord } from './name-words.js';
import { functionWords } from './ordinary-capitals.js';
import type { Token } from './tokens.js';
import { wordSet } from './tokens.js';

const suffixes = wordSet(
  'srl bv sa nv sprl bvba snc vof scomm commv sc cv asbl vzw scrl cvba se ltd llc gmbh sarl sas eurl inc limited plc sprlu bvbau ivzw aisbl',
);
// In small letters the others are ordinary words ("sa", "se", "limited") or too short to mean a legal form.
const suffixesInSmallLetters = wordSet(
  'srl bv nv sprl bvba snc vof scomm commv asbl vzw scrl cvba ltd gmbh sarl sprlu bvbau ivzw aisbl',
);
const prefixes = wordSet('srl bv sa nv sprl bvba snc vof scomm commv asbl vzw scrl cvba sarl');
const capitalisedSuffixes = wordSet('ltd limited inc gmbh scomm commv');
const connectors = wordSet(
  "de du des d' la le les l' et & en van der den of the and au aux chez s ' - a op in 't t by \" « » “ ”",
);
const familyEndings = wordSet('fils fille frères zonen zoon dochter sons son broers co');
const wordsBeforeForms = wordSet(`
  petite petit ancienne ancien jeune nouvelle nouveau grande transformation statuts capital création constitution passage liquidation
  dissolution forme type toute future simple vraie seconde première deuxième kleine nieuwe jonge oude grote oprichting omzetting
  ontbinding statuten kapitaal vereffening vorm eerste tweede gewone eenmans small young new old former family parts actions aandelen
  opening start startende passer création gestion comptabilité boekhouding wijziging overgang via type sector starting changing
  converting closing private public société vennootschap entreprise onderneming company dettes schulden debts`);
const longestName = 7;

// Joins dotted forms: "S.R.L." and "b.v." are several tokens.
function legalForm(
  tokens: readonly Token[],
  index: number,
): { form: string; next: number; upper: boolean } | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word') {
    return undefined;
  }
  if (token.text.length > 1 || tokens[index + 1]?.text !== '.') {
    const usual =
      token.upper ||
      !token.capital ||
      capitalisedSuffixes.has(token.folded) ||
      suffixesInSmallLetters.has(token.folded);
    return suffixes.has(token.folded) && usual
      ? { form: token.folded, next: index + 1, upper: token.capital }
      : undefined;
  }
  let form = '';
  let next = index;
  while (
    form.length < 6 &&
    tokens[next]?.kind === 'word' &&
    tokens[next]?.text.length === 1 &&
    tokens[next + 1]?.text === '.'
  ) {
    form += tokens[next]?.folded ?? '';
    next += 2;
  }
  return suffixes.has(form) ? { form, next, upper: true } : undefined;
}

function isCompanyWord(token: Token | undefined): boolean {
  return isNameWord(token, 'strict') && !wordsBeforeForms.has(token.folded);
}

function nameBefore(tokens: readonly Token[], end: number): number | undefined {
  let start: number | undefined;
  for (let index = end - 1; index >= Math.max(0, end - longestName); index -= 1) {
    const token = tokens[index];
    if (token === undefined || !(token.kind === 'number' || token.capital || connectors.has(token.folded))) {
      break;
    }
    if (isCompanyWord(token)) {
      start = index;
    } else if (index === end - 1 && token.kind === 'word' && connectors.has(token.folded)) {
      return undefined;
    }
  }
  return start;
}

function nameAfter(tokens: readonly Token[], from: number): number | undefined {
  let next: number | undefined;
  for (let index = from; index < from + longestName; index += 1) {
    const token = tokens[index];
    const quote = token?.kind === 'mark' && connectors.has(token.text);
    if (token === undefined || !(token.capital || quote || (next !== undefined && connectors.has(token.folded)))) {
      break;
    }
    if (isCompanyWord(token)) {
      next = index + 1;
    }
  }
  return next;
}

function companyAt(tokens: readonly Token[], index: number): [number, number] | undefined {
  if (familyEndings.has(tokens[index]?.folded ?? '') && /^(?:&|et|en|and)$/.test(tokens[index - 1]?.folded ?? '')) {
    const surname = tokens[index - 2];
    const firm = tokens[index - 1]?.text === '&' || tokens[index]?.capital === true || isKnownName(surname);
    return firm && isCompanyWord(surname) && isNameWord(surname, 'strict') ? [index - 2, index + 1] : undefined;
  }
  const form = legalForm(tokens, index);
  if (form === undefined) {
    return undefined;
  }
  // "SRL/BV" is the legal form itself and not part of a name.
  if (tokens[form.next]?.text === '/' || tokens[index - 1]?.text === '/') {
    return undefined;
  }
  if (form.upper || suffixesInSmallLetters.has(form.form)) {
    const start = nameBefore(tokens, index) ?? (isKnownName(tokens[index - 1]) ? index - 1 : undefined);
    if (start !== undefined) {
      return [start, form.next];
    }
  }
  if (!prefixes.has(form.form) || (!form.upper && !suffixesInSmallLetters.has(form.form))) {
    return undefined;
  }
  const after =
    functionWords.has(tokens[form.next]?.folded ?? '') && !tokens[form.next]?.capital
      ? undefined
      : nameAfter(tokens, form.next);
  return after === undefined ? undefined : [index, after];
}

/** Names of firms, recognised by a legal form before or after them or by "& fils", "& zonen", "& sons". */
export function findCompanyNames(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, index) => {
    const place = companyAt(tokens, index);
    const start = place && tokens[place[0]]?.start;
    const end = place && tokens[place[1] - 1]?.end;
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
