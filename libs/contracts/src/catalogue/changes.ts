import type { CatalogueChange } from '../analysis/catalogue-view.js';
import { leavesOf, type Leaf } from './leaves.js';
import type { JsonSchema } from './schemas.js';

/** What differs between an earlier definition of a type, undefined when there was none, and this one; `since` names the earlier one. */
export function changesSince(since: string, before: JsonSchema | undefined, now: JsonSchema): CatalogueChange[] {
  if (before === undefined) {
    return [{ since, what: 'type-added', path: null, code: null }];
  }
  const [old, current] = [byPath(before), byPath(now)];
  const change = (what: CatalogueChange['what'], path: string, code: string | null = null) => ({
    since,
    what,
    path,
    code,
  });
  return [
    ...[...current.keys()].filter((path) => !old.has(path)).map((path) => change('field-added', path)),
    ...[...old.keys()].filter((path) => !current.has(path)).map((path) => change('field-gone', path)),
    ...[...current.values()].flatMap((leaf) => {
      const former = old.get(leaf.path);
      return former === undefined ? [] : changesOf(former, leaf).map(([what, code]) => change(what, leaf.path, code));
    }),
  ];
}

/** A type of the same name one version earlier: `relais.referral.held.v1` for `relais.referral.held.v2`. */
export function typeBefore(type: string): string | undefined {
  const version = versionOf(type);
  return version > 1 ? type.replace(/\d+$/, String(version - 1)) : undefined;
}

/** The number at the end of a type. */
export function versionOf(type: string): number {
  return Number(/\.v(\d+)$/.exec(type)?.[1] ?? 1);
}

function byPath(schema: JsonSchema): ReadonlyMap<string, Leaf> {
  return new Map(leavesOf(schema).map((leaf) => [leaf.path, leaf]));
}

function changesOf(old: Leaf, now: Leaf): (readonly [CatalogueChange['what'], string | null])[] {
  return [
    ...now.codes.filter((code) => !old.codes.includes(code)).map((code) => ['code-added', code] as const),
    ...old.codes.filter((code) => !now.codes.includes(code)).map((code) => ['code-gone', code] as const),
    ...(old.kind === now.kind ? [] : [['kind-changed', null] as const]),
    ...(old.required === now.required && old.nullable === now.nullable ? [] : [['requirement-changed', null] as const]),
    ...(old.privacy === now.privacy || old.privacy === undefined ? [] : [['privacy-changed', null] as const]),
  ];
}
