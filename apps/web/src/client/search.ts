/** The search of an address as it stands there. */
export type Raw = Record<string, unknown>;

/** Search parameters are plain words, `?bucket=to-answer`, never JSON; one that is repeated is a list. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const [first = '', ...others] = parameters.getAll(name);
      return [name, others.length === 0 ? first : [first, ...others]];
    }),
  );
}

/** The inverse of `parseSearch`; empty values are left out. */
export function stringifySearch(search: Raw): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') {
        parameters.append(name, String(one));
      }
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** A parameter that is a word, undefined when it is missing, empty or a list. */
export function word(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Where to go on, as the URL carries it: an address of this application, never of another. */
export function ownPath(raw: unknown): { to?: string } {
  return typeof raw === 'string' && raw.startsWith('/') && !raw.startsWith('//') ? { to: raw } : {};
}
