import type { Service } from '#contracts/directory';
import { professions } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Hits } from '../../client/subject.js';
import { directoryQueries } from '../../shared/directory-queries.js';
import type { Labels } from '../../shared/labels.js';
import { useLabels } from '../../shared/labels.js';

const servicesShown = 6;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function matches(service: Service, text: string, labels: Labels): boolean {
  const haystack = [labels.text(service.name), service.organisationName, labels.of(professions, service.profession)];
  return plain(haystack.join(' ')).includes(plain(text));
}

/** Services that the text names: by their own name, their organisation’s or their profession. */
export function useServiceHits(text: string): Hits {
  const labels = useLabels();
  const navigate = useNavigate();
  const asked = text !== '';
  const services = useQuery({ ...directoryQueries.services(), enabled: asked });
  const hits = (asked ? (services.data ?? []) : [])
    .filter((service) => matches(service, text, labels))
    .slice(0, servicesShown)
    .map((service) => ({
      id: service.serviceId,
      main: labels.text(service.name),
      aside: `${service.organisationName} · ${labels.of(professions, service.profession)}`,
      go: () => void navigate({ to: '/directory', search: { q: labels.text(service.name) } }),
    }));
  return { hits, settled: !services.isFetching };
}
