import type { Absence } from '#contracts/people';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../client/api.js';

/** Who is absent, and who does their work meanwhile. */
export const absenceQueries = {
  /** Absences that concern the person, and of those they manage. */
  absences: () =>
    queryOptions({
      queryKey: ['absences'],
      queryFn: ({ signal }) => api.get<Absence[]>('/absences', {}, signal),
    }),
};
