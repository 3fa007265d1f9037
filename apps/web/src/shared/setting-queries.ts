import type { AnalysisSettings } from '#contracts/analysis';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../client/api.js';

/** What the installation allows. */
export const settingQueries = {
  exports: () =>
    queryOptions({
      queryKey: ['analysis', 'settings'],
      queryFn: ({ signal }) => api.get<AnalysisSettings>('/analysis/settings', {}, signal),
    }),
};
