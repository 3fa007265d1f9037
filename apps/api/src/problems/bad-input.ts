import { z } from 'zod';
import type { Language, Text } from '#contracts/codes';
import { Problem } from './problem.js';

const words: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  fr: z.locales.fr().localeError,
  nl: z.locales.nl().localeError,
  en: z.locales.en().localeError,
};

const noNumber: Text = { fr: 'ce n’est pas un nombre', nl: 'dit is geen getal', en: 'this is not a number' };

/** The sentence of one fault that zod found. */
export function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  if (Number.isNaN(issue.input)) {
    return noNumber[language];
  }
  const said = words[language](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

/** The request does not have the shape of its contract; each fault with its path, below `root` if it is given. */
export function badInput(issues: readonly z.core.$ZodIssue[], root?: string): Problem {
  return new Problem('bad-input', {
    places: issues.map((issue) => ({
      path: [...(root === undefined ? [] : [root]), ...issue.path].map(String).join('.'),
      text: (language) => sentenceOf(issue, language),
    })),
  });
}

/** The request is at fault in one place, in words of our own. */
export function badPlace(path: string, text: Text, status?: number): Problem {
  return new Problem('bad-input', {
    places: [{ path, text: (language) => text[language] }],
    ...(status !== undefined && { status }),
  });
}

/** A cursor that no list of ours gave out. */
export function badCursor(path = 'cursor'): Problem {
  return badPlace(path, { fr: 'curseur inconnu', nl: 'onbekende cursor', en: 'unknown cursor' });
}
