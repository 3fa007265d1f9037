import type { Text } from '#contracts/kernel/codes';
import { region } from '#contracts/kernel/codes';
import type { Labels } from './labels.js';

type Labelled = Readonly<Record<string, { readonly label: Text }>>;
type Option = { value: string; label: string };

/** Options of a code list in its own order. */
export function optionsOf(list: Labelled, labels: Labels): Option[] {
  return Object.keys(list).map((value) => ({ value, label: list[value]?.label[labels.language] ?? value }));
}

/** The municipalities by name, then outside and unknown. */
export function municipalityOptions(labels: Labels): Option[] {
  const byName = Object.keys(region.municipalities)
    .map((value) => ({ value, label: labels.municipality(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, labels.language));
  return [...byName, ...['outside', 'unknown'].map((value) => ({ value, label: labels.municipality(value) }))];
}
