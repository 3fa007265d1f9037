import type { CatalogueEvent } from '#contracts/analysis';
import type { Labels } from '../../../shared/labels.js';

/** A text as it is searched: without accents and capitals. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** The events in which every word is found: in their type, their meaning, or a field with its meaning and codes. */
export function found(events: readonly CatalogueEvent[], words: string, labels: Labels): CatalogueEvent[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return events.filter((event) => {
    const fields = event.fields.map((field) => [field.path, labels.text(field.meaning), ...field.codes].join(' '));
    const text = plain([event.type, labels.text(event.meaning), ...fields].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

/** The name of a type without what all of them share: `referral.declined`. */
export function shortType(type: string): string {
  return type.replace(/^relais\./, '').replace(/\.v\d+$/, '');
}
