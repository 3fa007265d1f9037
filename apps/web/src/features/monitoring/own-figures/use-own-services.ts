import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '../../../shared/directory-queries.js';
import { useSession } from '../../../client/session.js';
import { mayReadExact } from '../rooms.js';
import { useNames } from '../../../shared/directory.js';
import { useLabels } from '../../../shared/labels.js';

/** A service whose figures the person may read. */
export type OwnService = { readonly serviceId: string; readonly name: string };

/** The services whose figures the person may read, by name: their own, all for coordinators; empty until the directory has come. */
export function useOwnServices(): readonly OwnService[] {
  const session = useSession();
  const labels = useLabels();
  const names = useNames();
  const readsAll = mayReadExact(session);
  const { data: services } = useQuery({ ...directoryQueries.services(), enabled: readsAll });
  const own = readsAll
    ? (services ?? []).map((one) => ({ serviceId: one.serviceId, name: names.party(one) }))
    : session.membership.services.map((one) => ({ serviceId: one.serviceId, name: labels.text(one.name) }));
  return own.sort((a, b) => a.name.localeCompare(b.name, labels.language));
}
