import { isExactNumber } from '#contracts/analysis/codes';

/** Where a number may lose its digits; any other text is read as it stands. */
const longNumber = /[\d.]{16}|\d[eE]/;
const parts = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** Reads JSON; a number that JavaScript cannot hold becomes a text with the digits it was written with. */
export function exactJson(text: string): unknown {
  const safe = longNumber.test(text)
    ? text.replaceAll(parts, (part) => (part.startsWith('"') || isExactNumber(part) ? part : `"${part}"`))
    : text;
  return JSON.parse(safe);
}
