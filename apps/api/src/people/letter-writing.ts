import type { Language, Text } from '#contracts/kernel/codes';
import type { Letter } from '../kernel/mail/post.js';
import { fill } from '../kernel/problems/wording.js';

/** What a letter says between greeting and sender. */
export type Writing = { readonly subject: Text; readonly paragraphs: readonly Text[] };

const hello: Text = { fr: 'Bonjour {name},', nl: 'Dag {name},', en: 'Hello {name},' };
const from: Text = { fr: 'Relais, {address}', nl: 'Relais, {address}', en: 'Relais, {address}' };

/** A letter to somebody whose name is known, paragraph by paragraph. */
export function letterOf(
  { subject, paragraphs }: Writing,
  to: string,
  language: Language,
  told: Readonly<Record<'name' | 'address', string>> & Readonly<Record<string, string | number>>,
): Letter {
  const text = [hello, ...paragraphs, from].map((one) => fill(one, language, told)).join('\n\n');
  return { to, subject: fill(subject, language), text: `${text}\n` };
}
