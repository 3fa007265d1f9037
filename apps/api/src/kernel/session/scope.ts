import type { Viewer } from '#contracts';
import { isCoordinator } from '#domain';
import type { Scope } from '#persistence';

/** The rows of cases a person may read, for conditions in SQL; the same rule as `maySeeCase`. */
export function scopeOf(viewer: Viewer): Scope {
  return { everything: isCoordinator(viewer), serviceIds: viewer.roles.includes('actor') ? viewer.serviceIds : [] };
}
