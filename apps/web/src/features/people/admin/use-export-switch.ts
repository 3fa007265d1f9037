import type { AnalysisSettings } from '#contracts/analysis';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../client/api.js';
import { settingQueries } from '../../../shared/setting-queries.js';

/** Switches whether files may leave this installation. */
export function useExportSwitch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: AnalysisSettings) => api.put<AnalysisSettings>('/analysis/settings', settings),
    retry: false,
    onSuccess: async (settings) => {
      client.setQueryData(settingQueries.exports().queryKey, settings);
      await client.invalidateQueries({ queryKey: ['analysis', 'audit'] });
    },
  });
}
