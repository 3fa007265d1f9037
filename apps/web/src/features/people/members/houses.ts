import { manages, viewerOf } from '#domain/people';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../client/session.js';
import { directoryQueries } from '../../../shared/directory-queries.js';

/** Stands for the platform itself where an organisation is chosen; no organisation is called so. */
const platform = '-';

/** What a choice of organisations calls the organisation of a membership. */
export function houseKey({ organisationId }: { readonly organisationId: string | null }): string {
  return organisationId ?? platform;
}

/** The organisation that was chosen, null for the platform itself. */
export function organisationOf(house: string): string | null {
  return house === platform ? null : house;
}

/** The organisations whose members the person manages, and the platform itself, as options of a choice. */
export function useHouses(): readonly { readonly value: string; readonly label: string }[] {
  const viewer = viewerOf(useSession());
  const { data: organisations = [] } = useQuery(directoryQueries.organisations());
  return [
    ...organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
    { value: platform, label: 'Relais' },
  ].filter(({ value }) => manages(viewer, organisationOf(value)));
}
