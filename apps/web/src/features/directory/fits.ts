import type { Service } from '#contracts/directory';
import { professions } from '#contracts/kernel/codes';
import type { DirectorySearch } from './route.js';
import type { Labels } from '../../shared/labels.js';

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function includes(codes: readonly string[], code: string | undefined): boolean {
  return code === undefined || codes.includes(code);
}

/** True when a service meets every condition of the search; every word must occur somewhere in its names. */
export function fits(service: Service, search: DirectorySearch, labels: Labels): boolean {
  const names = folded(
    [...Object.values(service.name), service.organisationName, labels.of(professions, service.profession)].join(' '),
  );
  return (
    folded(search.q ?? '')
      .split(/\s+/)
      .every((word) => names.includes(word)) &&
    includes([service.profession], search.profession) &&
    includes(service.difficulties, search.difficulty) &&
    includes(service.stages, search.stage) &&
    includes(service.languages, search.language) &&
    includes([service.capacity], search.capacity)
  );
}
