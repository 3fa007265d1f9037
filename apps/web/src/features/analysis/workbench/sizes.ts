import type { Language } from '#contracts/kernel/codes';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size such as `3,4 MB` in the words of a language. */
export function bytesIn(language: Language, bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
  return format.format(bytes / 1_000 ** step);
}
