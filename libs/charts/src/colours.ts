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

/** Steps from few to many: how opaque the accent is, and whether text on it must be light. All pairs reach 4.5 to 1 in both schemes. */
const grades = [
  { opacity: 0.05, text: colours.ink },
  { opacity: 0.14, text: colours.ink },
  { opacity: 0.27, text: colours.ink },
  { opacity: 0.42, text: colours.ink },
  { opacity: 0.86, text: colours.onAccent },
  { opacity: 1, text: colours.onAccent },
] as const;

/** The step of a count among others up to `most`; by the square root, so that small counts differ too. */
export function gradeOf(value: number, most: number): (typeof grades)[number] {
  const share = most <= 0 ? 0 : Math.sqrt(Math.max(0, value) / most);
  const step = value <= 0 ? 0 : Math.min(grades.length - 1, 1 + Math.floor(share * (grades.length - 1.001)));
  return grades[step] ?? grades[0];
}
