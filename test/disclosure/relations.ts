import { sectorGroups } from '#contracts/case/codes';
import { areas, areaOf, codesOf, difficulties, difficultyGroups, places, professions } from '#contracts/kernel/codes';
import { followUpMonths, type CubeName, type Dimension } from '#contracts/monitoring/codes';

/** Cells of one cube that have one of the given codes in each of the given dimensions. */
export type Part = { readonly cube: CubeName; readonly where: Readonly<Partial<Record<Dimension, readonly string[]>>> };

/**
 * What everybody may know of two sums of cells without seeing a case: they count the same, or one is part of the other. It holds of
 * every epoch by itself (`epoch`), of all epochs up to any (`sums`), or of every epoch as long as nothing is corrected, else of sums
 * (`additions`).
 */
export type Relation = {
  readonly less: Part;
  readonly more: readonly Part[];
  readonly how: 'equal' | 'at-most';
  readonly span: 'epoch' | 'additions' | 'sums';
};

const groups = codesOf(difficultyGroups);
const part = (cube: CubeName, where: Part['where']): Part => ({ cube, where });
const same = (less: Part, more: Part): Relation => ({ less, more: [more], how: 'equal', span: 'epoch' });
const within = (less: Part, ...more: Part[]): Relation => ({ less, more, how: 'at-most', span: 'sums' });
const inside = (less: Part, more: Part): Relation => ({ less, more: [more], how: 'at-most', span: 'additions' });

/** All that is known between the cubes. */
export const relations: readonly Relation[] = [...ofFacts(), ...ofReferrals(), ...ofClosings()];

function ofFacts(): Relation[] {
  const perGroup = groups.flatMap((group) => {
    const where = { 'difficulty-group': [group] };
    const opened = part('opened', where);
    return (['places', 'ages', 'forms', 'stages', 'channels'] as const).map((cube) => same(opened, part(cube, where)));
  });
  const perArea = groups.flatMap((group) =>
    Object.keys(areas).map((area) => {
      const municipality = Object.keys(places).filter((place) => areaOf(place) === area);
      return same(
        part('opened', { 'difficulty-group': [group], area: [area] }),
        part('places', { 'difficulty-group': [group], municipality }),
      );
    }),
  );
  const cells = codesOf(sectorGroups).flatMap((sector) =>
    Object.keys(areas).map((area) => ({ 'sector-group': [sector], area: [area] })),
  );
  const mentioned = cells.flatMap((where) => [
    ...groups.map((group) => {
      const difficulty = codesOf(difficulties).filter((one) => difficulties[one].group === group);
      return inside(
        part('opened', { ...where, 'difficulty-group': [group] }),
        part('mentions', { ...where, difficulty }),
      );
    }),
    ...codesOf(difficulties).map((difficulty) =>
      inside(part('mentions', { ...where, difficulty: [difficulty] }), part('opened', where)),
    ),
  ]);
  return [...perGroup, ...perArea, ...mentioned];
}

function ofReferrals(): Relation[] {
  return codesOf(professions).flatMap((profession) => {
    const where = { to: [profession] };
    const accepted = part('answered', { ...where, answer: ['accepted'] });
    return [
      same(part('sent', where), part('hops', where)),
      within(part('answered', where), part('sent', where)),
      within(part('contacted', where), accepted),
      within(part('ended', where), accepted),
    ];
  });
}

function ofClosings(): Relation[] {
  return groups.flatMap((group) => [
    ...Object.keys(areas).flatMap((area) => {
      const where = { 'difficulty-group': [group], area: [area] };
      return [
        within(part('closed', where), part('opened', where), part('reopened', where)),
        within(part('reopened', where), part('closed', where)),
      ];
    }),
    ...codesOf(followUpMonths).map((month) =>
      within(
        part('followed-up', { 'difficulty-group': [group], month: [month] }),
        part('closed', { 'difficulty-group': [group] }),
      ),
    ),
  ]);
}
