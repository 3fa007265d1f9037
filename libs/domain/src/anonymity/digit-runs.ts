import type { Span } from './finding.js';

/** Digits that stand together, and what separates them from the group before in the same run. */
export type DigitGroup = Span & { digits: string; gap: string };

/** Consecutive groups of one run that together have a wanted number of digits; `sizes` is for example "4-3-3". */
export type DigitWindow = Span & { digits: string; sizes: string; gaps: readonly string[] };

// A number may be broken over two lines.
const gapBetweenGroups = /^(?:[ ./_·|()-]{1,3}|[ ./_-]?\n{1,2}[ ./_-]?)$/;
const calendarDate = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2})(?!\d)/g;

/** All digits of a text in runs: groups with at most three separating characters between them; calendar dates belong to none. */
export function digitRuns(text: string): DigitGroup[][] {
  const dates = Array.from(text.matchAll(calendarDate), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const runs: DigitGroup[][] = [];
  let current: DigitGroup[] = [];
  let previousEnd = -1;
  let nextDate = 0;
  for (const match of text.matchAll(/\d+/g)) {
    const start = match.index;
    while ((dates[nextDate]?.end ?? Infinity) <= start) {
      nextDate += 1;
    }
    if ((dates[nextDate]?.start ?? Infinity) <= start) {
      previousEnd = -1;
      continue;
    }
    const gap = previousEnd < 0 ? '' : text.slice(previousEnd, Math.min(start, previousEnd + 4));
    if (!gapBetweenGroups.test(gap)) {
      current = [];
      runs.push(current);
    }
    current.push({ start, end: start + match[0].length, digits: match[0], gap: current.length === 0 ? '' : gap });
    previousEnd = start + match[0].length;
  }
  return runs;
}

/** Every stretch of whole groups of a run that has exactly the wanted number of digits, and digits that may be what is looked for. */
export function digitWindows(
  run: readonly DigitGroup[],
  wanted: number,
  mayBe: (digits: string) => boolean,
): DigitWindow[] {
  const windows: DigitWindow[] = [];
  for (const [first, { start }] of run.entries()) {
    let [next, digits] = [first, ''];
    for (; digits.length < wanted && (run[next]?.digits.length ?? Infinity) <= wanted; next += 1) {
      digits += run[next]?.digits ?? '';
    }
    if (digits.length === wanted && mayBe(digits)) {
      const groups = run.slice(first, next);
      windows.push({
        start,
        end: groups.at(-1)?.end ?? start,
        digits,
        sizes: groups.map((group) => group.digits.length).join('-'),
        gaps: groups.slice(1).map((group) => group.gap),
      });
    }
  }
  return windows;
}

/** Whether what follows a place says that the number before it was an amount of money or a share. */
export function isAmount(text: string, end: number): boolean {
  return /^(?:,\d{1,2})?\s{0,2}(?:€|%|eur\b|euros?\b|k€|m€|millions?\b|miljoen\b)/i.test(text.slice(end, end + 16));
}
