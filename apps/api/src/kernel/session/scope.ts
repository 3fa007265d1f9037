import type { Viewer } from '#contracts/people';
import { isCoordinator, isMember, servicesOf } from '#domain/people';
import type { Scope } from '#persistence/kernel';

/** The rows of cases a person may read, for conditions in SQL; the same rule as `maySeeCase`. */
export function scopeOf(viewer: Viewer): Scope {
  return { everything: isCoordinator(viewer), serviceIds: servicesOf(viewer), member: isMember(viewer) };
}
