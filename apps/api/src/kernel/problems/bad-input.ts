import type { z } from 'zod';
import type { Text } from '#contracts/kernel/codes';
import { type Objection, Problem } from './problem.js';
import { sentenceOf } from './sentences.js';
import { legible } from './unwritable.js';

const placeOf = (path: readonly PropertyKey[]) => legible(path.map(String).join('.'));

/** What zod found at fault, each with its path, below `root` if it is given. */
export function objectionsTo(issues: readonly z.core.$ZodIssue[], root?: string): Objection[] {
  return issues.map((issue) => ({
    path: placeOf([...(root === undefined ? [] : [root]), ...issue.path]),
    text: (language) => legible(sentenceOf(issue, language)),
  }));
}

/** The request does not have the shape of its contract; each fault with its path, below `root` if it is given. */
export function badInput(issues: readonly z.core.$ZodIssue[], root?: string): Problem {
  return new Problem('bad-input', { objections: objectionsTo(issues, root) });
}

/** The request is at fault in one place, in words of our own. */
export function badPlace(path: string, text: Text, status?: number): Problem {
  return new Problem('bad-input', {
    objections: [{ path, text: (language) => text[language] }],
    ...(status !== undefined && { status }),
  });
}

/** What is wrong with an address whose percent signs stand for no text that can be stored. */
export const brokenAddress: Text = {
  fr: 'l’adresse contient un % qui ne code aucun caractère enregistrable ; codez-la en UTF-8, sans %00',
  nl: 'het adres bevat een % die voor geen bewaarbaar teken staat; codeer het in UTF-8, zonder %00',
  en: 'the address has a % that stands for no character that can be stored; encode it in UTF-8, without %00',
};

/** A cursor that no list of ours gave out. */
export function badCursor(path = 'cursor'): Problem {
  return badPlace(path, { fr: 'curseur inconnu', nl: 'onbekende cursor', en: 'unknown cursor' });
}
