/**
 * Colours by what they mean. Each is a variable of the page, so that a chart follows the scheme around it, with the light value as fallback
 * for paper. None is the only carrier of a meaning: shape, weight or words say the same.
 */
export const colours = {
  ink: 'var(--ink, #191b2c)',
  quiet: 'var(--ink-3, #565b71)',
  line: 'var(--line, #e3e5ee)',
  strongLine: 'var(--line-2, #d3d6e2)',
  ground: 'var(--card, #ffffff)',
  band: 'var(--chip, #eeeff5)',
  accent: 'var(--accent, #3b3eb8)',
  /** Text on a surface of the accent. */
  onAccent: 'var(--on-accent, #ffffff)',
  rise: 'var(--red, #a81f17)',
  fall: 'var(--green, #11643a)',
} as const;

/** How much more than chance something moved, and which way; `none` is no clear change. */
export type Tone = 'rise' | 'fall' | 'none';

/** The colour of a tone. */
export function colourOf(tone: Tone): string {
  return tone === 'none' ? colours.quiet : colours[tone];
}

/**
 * Steps from none to many: how opaque the accent is, and the text on it. All pairs reach 4.5 to 1 in both schemes, and neighbours can be told
 * apart (`colours.spec.ts`).
 */
export const grades = [
  { opacity: 0.04, text: colours.ink },
  { opacity: 0.17, text: colours.ink },
  { opacity: 0.32, text: colours.ink },
  { opacity: 0.48, text: colours.ink },
  { opacity: 0.79, text: colours.onAccent },
  { opacity: 1, text: colours.onAccent },
] as const;

type Grade = (typeof grades)[number];

/** The colours of some counts, and which counts each of them stands for. */
export type Scale = {
  readonly gradeOf: (count: number) => Grade;
  readonly legend: readonly { readonly grade: Grade; readonly from: number; readonly to: number }[];
};

/** Colours for counts: one for each when there are few different ones, else steps by the square root, so that small counts differ too. */
export function scaleOf(counts: readonly number[]): Scale {
  const different = [...new Set(counts.filter((count) => count > 0))].sort((a, b) => a - b);
  const most = different.at(-1) ?? 0;
  const steps = grades.length - 1;
  const stepOf = (count: number) => {
    if (count <= 0) {
      return 0;
    }
    return different.length <= steps
      ? steps - (different.length - 1 - different.indexOf(count))
      : Math.min(steps, 1 + Math.floor(Math.sqrt(count / most) * steps));
  };
  const legend = grades.flatMap((grade, step) => {
    const own = different.filter((count) => stepOf(count) === step);
    const [from, to] = [own[0], own.at(-1)];
    return from === undefined || to === undefined ? [] : [{ grade, from, to }];
  });
  return { gradeOf: (count) => grades[stepOf(count)] ?? grades[0], legend };
}
