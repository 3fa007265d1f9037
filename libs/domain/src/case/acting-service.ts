import type { Viewer } from '#contracts/people';
import { actsFor } from '../people/rights.js';
import type { KnownCase } from './state.js';

/** The service a person acts for in a case when the command does not say: one that leads or helps there, else none. */
export function actingServiceOf(state: KnownCase, viewer: Viewer): string | null {
  const involved = [state.lead?.serviceId, ...state.referrals.map((one) => one.to.serviceId)];
  return involved.find((serviceId): serviceId is string => actsFor(viewer, serviceId)) ?? null;
}
