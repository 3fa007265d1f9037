import type { CaseFacts } from '#contracts/case';
import type { Profession } from '#contracts/kernel';
import type { DemoService } from './demonstration.js';
import { directory } from './directory.js';
import { pickWeighted, type Random } from './random.js';

/** What decides whom a case is referred to. */
export type Search = {
  readonly facts: CaseFacts;
  readonly professions: readonly Profession[];
  /** Services that are not to be asked: they help already, have said no, or are the sender. */
  readonly without: ReadonlySet<string>;
  /** Factor on the weight of a service, 0 to leave it alone. */
  readonly favour: (serviceId: string) => number;
};

/** Picks up to `most` services of different professions, better matches more often. */
export function pickServices(random: Random, search: Search, most: number): DemoService[] {
  const chosen: DemoService[] = [];
  while (chosen.length < most) {
    const weights = Object.fromEntries(
      directory.services
        .filter((service) => chosen.every((one) => one.profession !== service.profession))
        .map((service) => [service.serviceId, fit(service, search)] as const)
        .filter(([, weight]) => weight > 0),
    );
    if (Object.keys(weights).length === 0) {
      return chosen;
    }
    const serviceId = pickWeighted(random, weights);
    chosen.push(...directory.services.filter((service) => service.serviceId === serviceId));
  }
  return chosen;
}

/** Other services of the profession of one, for an offer to several. */
export function alternativesTo(service: DemoService, search: Search): DemoService[] {
  return directory.services.filter(
    (other) =>
      other.profession === service.profession && other.serviceId !== service.serviceId && fit(other, search) > 0.2,
  );
}

/** How well a service suits a case; 0 when it must not be asked. */
function fit(service: DemoService, { facts, professions, without, favour }: Search): number {
  if (!professions.includes(service.profession) || without.has(service.serviceId)) {
    return 0;
  }
  const shared = facts.difficulties.filter((one) => service.difficulties.includes(one.difficulty)).length;
  const stage = service.stages.includes(facts.stage) ? 1 : 0.15;
  const language = service.languages.some((one) => facts.languages.includes(one)) ? 1 : 0.1;
  const near = service.territory.length === 0 || service.territory.includes(facts.municipality) ? 1 : 0.1;
  const room = service.capacity === 'full' ? 0.15 : service.capacity === 'waiting-list' ? 0.5 : 1;
  return (0.1 + shared) * stage * language * near * room * favour(service.serviceId);
}
