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

/** The text in at most `lines` lines of `width` pixels, broken after spaces and hyphens; a line that is too long is cut. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[\s-])/)) {
    const isFull = line !== '' && widthOf((line + word).trimEnd(), size) > width;
    if (isFull && found.length < lines - 1) {
      found.push(line);
      line = word;
    } else {
      line += word;
    }
  }
  return [...found, line].map((one) => fit(one.trimEnd(), width, size));
}
