import type { SeriesFlag } from '#contracts/outside/codes';

/** Letters of SDMX (`CL_OBS_STATUS`) and of Eurostat; null says nothing of the value. */
const letters: Readonly<Record<string, SeriesFlag | null>> = {
  a: null,
  b: 'break',
  c: 'confidential',
  d: 'definition',
  e: 'estimated',
  f: 'forecast',
  i: 'estimated',
  l: null,
  m: null,
  n: 'unreliable',
  o: null,
  p: 'provisional',
  q: 'confidential',
  // A strike or another event to SDMX, an estimate to Eurostat.
  s: 'other',
  u: 'unreliable',
  v: 'provisional',
};

/** Reads the flags of an observation, `bd` or `P`; a letter that nobody told us stands for a remark of the source. */
export function flagsIn(text: string): SeriesFlag[] {
  const found = [...text.trim().toLowerCase()].flatMap((letter): SeriesFlag[] => {
    if (!/[a-z]/.test(letter)) {
      return [];
    }
    const flag = Object.hasOwn(letters, letter) ? letters[letter] : 'other';
    return flag === null || flag === undefined ? [] : [flag];
  });
  return [...new Set(found)];
}

/** Reads a confidentiality status (`CL_CONF_STATUS`): only `F` is free, `A` for example is confidential because of small counts. */
export function confidentialIn(text: string): SeriesFlag[] {
  const code = text.trim().toUpperCase();
  return code === '' || code === 'F' ? [] : ['confidential'];
}
