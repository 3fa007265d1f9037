import bowser from 'bowser';

/** Names of browsers and systems that are known; what else a program calls itself is a text of somebody's, and is kept nowhere. */
const known: ReadonlySet<string> = new Set([...Object.values(bowser.BROWSER_MAP), ...Object.values(bowser.OS_MAP)]);

/** Browser and system of a request in words that its person knows, such as `Firefox · Windows`; empty where neither is known. */
export function deviceOf(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '') {
    return '';
  }
  const { browser, os } = bowser.parse(userAgent);
  return [browser.name, os.name].filter((name) => name !== undefined && known.has(name)).join(' · ');
}
