import { z } from 'zod';
import type { Language, Text } from '#contracts/kernel/codes';
import { Problem } from './problem.js';

const words: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  fr: z.locales.fr().localeError,
  nl: z.locales.nl().localeError,
  en: z.locales.en().localeError,
};

const noNumber: Text = { fr: 'ce n’est pas un nombre', nl: 'dit is geen getal', en: 'this is not a number' };

/** Our own words for a fault, which a schema gives as `params.text`. */
function ownText(issue: z.core.$ZodIssue): Text | undefined {
  return issue.code === 'custom' ? (issue.params?.['text'] as Text | undefined) : undefined;
}

/** The sentence of one fault that zod found. */
export function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  if (issue.code === 'invalid_union') {
    // Of the shapes that were possible the one that was meant, and not those of another kind of value.
    const meant = issue.errors.flat().find(({ code }) => code !== 'invalid_type');
    return meant === undefined ? sayOf(issue, language) : sentenceOf(meant, language);
  }
  return ownText(issue)?.[language] ?? sayOf(issue, language);
}

function sayOf(issue: z.core.$ZodIssue, language: Language): string {
  if (Number.isNaN(issue.input)) {
    return noNumber[language];
  }
  const said = words[language](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

/** The request does not have the shape of its contract; each fault with its path, below `root` if it is given. */
export function badInput(issues: readonly z.core.$ZodIssue[], root?: string): Problem {
  return new Problem('bad-input', {
    objections: issues.map((issue) => ({
      path: [...(root === undefined ? [] : [root]), ...issue.path].map(String).join('.'),
      text: (language) => sentenceOf(issue, language),
    })),
  });
}

/** The request is at fault in one place, in words of our own. */
export function badPlace(path: string, text: Text, status?: number): Problem {
  return new Problem('bad-input', {
    objections: [{ path, text: (language) => text[language] }],
    ...(status !== undefined && { status }),
  });
}

/** A cursor that no list of ours gave out. */
export function badCursor(path = 'cursor'): Problem {
  return badPlace(path, { fr: 'curseur inconnu', nl: 'onbekende cursor', en: 'unknown cursor' });
}
