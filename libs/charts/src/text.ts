/** Widths of letters of the Inter typeface in ems, a little generous: charts are also drawn where nothing can measure them. */
const letters = [
  [/[il|.,:;'’!I· ]/, 0.29],
  [/[tfrj()[\]-]/, 0.39],
  [/[mwMW%@—…]/, 0.9],
  [/[A-ZÀ-Þ]/, 0.69],
  [/[\d≈<>▲▼]/, 0.66],
] as const;
const ordinary = 0.6;

/** The width of a text in pixels at a font size, estimated from its letters. */
export function widthOf(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const letter of text) {
    ems += letters.find(([which]) => which.test(letter))?.[1] ?? ordinary;
  }
  return ems * size * (isBold ? 1.05 : 1);
}

/** The text, cut with an ellipsis when it is wider than `width` pixels. */
export function fit(text: string, width: number, size: number, isBold = false): string {
  if (widthOf(text, size, isBold) <= width) {
    return text;
  }
  let kept = text;
  while (kept.length > 1 && widthOf(`${kept.trimEnd()}…`, size, isBold) > width) {
    kept = kept.slice(0, -1);
  }
  return `${kept.trimEnd()}…`;
}

const consonant = '[b-df-hj-np-tv-xz]';

/** Between two consonants before a vowel, not inside `br`, `ch` and the like: right for names of places in French and Dutch. */
const joint = new RegExp(
  `(?<=\\p{L}${consonant})(?<![bcdfgkpt](?=[hlr]))(?=(?:[bcdfgkpt][hlr]|${consonant})[aeiouyéèêë])(?=\\p{L}{3})`,
  'iu',
);

/**
 * The text in at most `lines` lines of `width` pixels, broken after spaces and hyphens; a word that is too long by itself is broken inside, and a
 * line that is still too long is cut.
 */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const pieces = text.split(/(?<=[\s-])/).flatMap((word) => {
    const parts = widthOf(word.trimEnd(), size) > width ? word.split(joint) : [word];
    return parts.map((part, index) => ({ part, hyphen: index < parts.length - 1 ? '-' : '' }));
  });
  const found: string[] = [];
  let line = '';
  let pending = '';
  for (const { part, hyphen } of pieces) {
    const isFull = line !== '' && widthOf((line + part + hyphen).trimEnd(), size) > width;
    if (isFull && found.length < lines - 1) {
      found.push(line + pending);
      line = part;
    } else {
      line += part;
    }
    pending = hyphen;
  }
  return [...found, line].map((one) => fit(one.trimEnd(), width, size));
}
