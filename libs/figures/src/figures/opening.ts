import { difficulties, codesOf, difficultyGroups, areas } from '#contracts/kernel/codes';
import { changesOf, mostlyIn, type Change } from '../model/change.js';
import { cellOf } from '../model/counts.js';
import { changeReading, headline } from '../readings/change.js';
import { unmetReading } from '../readings/where.js';
import type { Scene } from './figure.js';

/** What the page says before any picture: the clearest change, then what else an assembly should know. */
export function openingOf(scene: Scene): { readonly main: string; readonly more: readonly string[] } {
  const { weekly, spans, filters, labels, telling, comparison, answers } = scene;
  const changes = changesOf(weekly, spans, filters, (key) => labels.of(difficulties, key));
  const mostly = (change: Change) => mostlyIn(answers.risen, answers.risenBefore, change, spans.compared.weeks);
  const clear = (verdict: Change['verdict']) =>
    changes.filter((one) => one.verdict === verdict).sort((a, b) => a.chance - b.chance)[0];
  const fallen = clear('rise') === undefined ? undefined : clear('fall');
  const unmet = unmetReading(
    codesOf(difficultyGroups).flatMap((group) =>
      Object.entries(areas).map(([area, { label }]) => ({
        label: labels.of(difficultyGroups, group),
        area: labels.text(label),
        count: cellOf(answers.unmet, group, area),
      })),
    ),
    telling,
  );
  return {
    main: headline(changes, comparison, telling, mostly),
    more: [...(fallen === undefined ? [] : [changeReading(fallen, comparison, telling)]), unmet],
  };
}
