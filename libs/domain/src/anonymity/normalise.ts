import type { Span } from './finding.js';

/** A text in one spelling, with for each of its UTF-16 units the place in the original it came from. */
export type NormalisedText = { text: string; starts: readonly number[]; ends: readonly number[] };

const digitZeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

const lookalikes = new Map<string, string>(
  [
    'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX аa еe оo рp сc уy хx іi ѕs јj ԁd',
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ıi',
  ].flatMap((row) => row.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)])),
);

// A character with the marks on it.
const cluster = /\P{M}\p{M}{0,8}|\p{M}/uy;
const firstMark = 0x300;

/** Whether a unit is a character of ASCII that stays as it is; what matches `cluster` there is it alone, unless a mark follows. */
const isPlain = (unit: number): boolean => unit >= 0x20 && unit <= 0x7e && unit !== 0x60;

function normaliseCharacter(character: string): string {
  if (/[\p{Zs}\t\v\f]/u.test(character)) {
    return ' ';
  }
  if (/[\r\u0085\u2028\u2029]/.test(character)) {
    return '\n';
  }
  if (/[\p{Cf}\p{M}\u3164\u115f\u1160]/u.test(character)) {
    return '';
  }
  if (/[\p{Pd}\u2212]/u.test(character)) {
    return '-';
  }
  if (/[‘’ʼ‛′`´]/.test(character)) {
    return "'";
  }
  if (/\p{Nd}/u.test(character)) {
    const code = character.codePointAt(0) ?? 0;
    const zero = digitZeros.find((candidate) => code >= candidate && code < candidate + 10);
    return zero === undefined ? character : String(code - zero);
  }
  return lookalikes.get(character) ?? character;
}

function clusterAt(text: string, start: number): string {
  cluster.lastIndex = start;
  return cluster.exec(text)?.[0] ?? text.charAt(start);
}

function normaliseCluster(whole: string): string {
  return Array.from(whole.normalize('NFKC'), normaliseCharacter).join('');
}

/** Brings a text to NFKC with plain digits, spaces, dashes and apostrophes and without invisible characters. */
export function normalise(original: string): NormalisedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  // The same few characters come again and again, and one of them may stand for eighteen.
  const known = new Map<string, string>();
  for (let start = 0; start < original.length;) {
    const isAlone = isPlain(original.charCodeAt(start)) && !(original.charCodeAt(start + 1) >= firstMark);
    const whole = isAlone ? original.charAt(start) : clusterAt(original, start);
    const piece = isAlone ? whole : (known.get(whole) ?? normaliseCluster(whole));
    known.set(whole, piece);
    const end = start + whole.length;
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { text: pieces.join(''), starts, ends };
}

/** Translates a place in the normalised text back to the original; a place that is not there translates to an empty one. */
export function originalSpan(normalised: NormalisedText, span: Span): Span {
  return { start: normalised.starts[span.start] ?? 0, end: normalised.ends[span.end - 1] ?? 0 };
}

/** Lower case without accents, so that "Jérôme", "JEROME" and "jerome" are one word. */
export function fold(word: string): string {
  return word.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
