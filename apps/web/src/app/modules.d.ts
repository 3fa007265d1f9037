declare module '@fontsource-variable/inter/wght.css';
declare module 'virtual:texts' {
  import type { Language } from '#contracts/kernel/codes';
  /** Texts by the file they stand in. */
  type Part = Readonly<Record<Language, () => Promise<{ readonly texts: Readonly<Record<string, object>> }>>>;
  export const parts: Readonly<Partial<Record<string, Part>>>;
}
