import type { ServiceRef } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { professions } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { directoryQueries } from './directory-queries.js';
import { useLabels } from './labels.js';

type PartyLike = { readonly organisationId: string; readonly serviceId: string | null };

/** Names of services and organisations by id; an id stands for itself until the directory has come. */
export type Names = {
  service(serviceId: string): string;
  organisation(organisationId: string): string;
  /** "BeMediation", or the organisation with the service's name when it has several services. */
  party(party: PartyLike): string;
  /** "médiateur" and where: "médiateur · BeMediation". */
  target(service: ServiceRef): string;
  find(serviceId: string): Service | undefined;
};

/** Names from the directory in the language of the screens. */
export function useNames(): Names {
  const labels = useLabels();
  const services = useQuery(directoryQueries.services()).data;
  const organisations = useQuery(directoryQueries.organisations()).data;
  return useMemo(() => {
    const byId = new Map((services ?? []).map((service) => [service.serviceId, service]));
    const organisationNames = new Map((organisations ?? []).map((one) => [one.organisationId, one.name]));
    const servicesOf = (organisationId: string) =>
      (services ?? []).filter((service) => service.organisationId === organisationId).length;
    const organisation = (organisationId: string) => organisationNames.get(organisationId) ?? organisationId;
    const service = (serviceId: string) => {
      const found = byId.get(serviceId);
      return found === undefined ? serviceId : labels.text(found.name);
    };
    return {
      service,
      organisation,
      party: (party) =>
        party.serviceId === null || servicesOf(party.organisationId) < 2
          ? organisation(party.organisationId)
          : `${organisation(party.organisationId)} (${service(party.serviceId)})`,
      target: (target) => `${labels.of(professions, target.profession)} · ${organisation(target.organisationId)}`,
      find: (serviceId) => byId.get(serviceId),
    };
  }, [services, organisations, labels]);
}
