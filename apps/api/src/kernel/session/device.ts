import bowser from 'bowser';

/** Browser and system of a request in words that its person knows, such as `Firefox · Windows`; empty for a program that names neither. */
export function deviceOf(userAgent: string | undefined): string {
  const { browser, os } = bowser.parse(userAgent ?? '');
  return [browser.name, os.name].filter((name) => name !== undefined && name !== '').join(' · ');
}
