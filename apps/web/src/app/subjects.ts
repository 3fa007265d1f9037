import type { Session } from '#contracts/people';
import type { Subject } from '../client/subject.js';
import { accessibility } from '../features/accessibility/index.js';
import { analysis } from '../features/analysis/index.js';
import { cases } from '../features/case/index.js';
import { directory } from '../features/directory/index.js';
import { monitoring } from '../features/monitoring/index.js';
import { operations } from '../features/operations/index.js';
import { outside } from '../features/outside/index.js';
import { people } from '../features/people/index.js';

/** Every subject, in the order of the navigation. */
const all = [cases, monitoring, outside, directory, analysis, operations, people, accessibility] as const;

type RoutesOf<One> = One extends { readonly routes: readonly (infer Route)[] } ? Route : never;
type OpenRoutesOf<One> = One extends { readonly openRoutes: readonly (infer Route)[] } ? Route : never;

/** The same without what is particular to each, for what only reads. */
export const subjects: readonly Subject[] = all;

/** Pages of those who are signed in; their types keep every link checked. */
export const routes = subjects.flatMap((one) => one.routes ?? []) as RoutesOf<(typeof all)[number]>[];

/** Pages for everybody. */
export const openRoutes = subjects.flatMap((one) => one.openRoutes ?? []) as OpenRoutesOf<(typeof all)[number]>[];

/** The page a person starts on: of the first subject that has one for them, else the figures that every member reads. */
export function homeOf(session: Session): string {
  return subjects.map((one) => one.home?.(session)).find((one) => one !== undefined) ?? '/trends';
}
