import type { AnalysisSettings } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconCircleCheck, IconShieldOff } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { settingQueries } from '../../../shared/setting-queries.js';
import { Failure, Loading } from '../../../shared/states.js';
import classes from './admin.module.css';

/** Whether files may leave this installation, and what the switch does. */
export function ExportsCard() {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(settingQueries.exports());
  const switching = useMutation({
    mutationFn: (settings: AnalysisSettings) => api.put<AnalysisSettings>('/analysis/settings', settings),
    retry: false,
    onSuccess: async (settings) => {
      client.setQueryData(settingQueries.exports().queryKey, settings);
      await client.invalidateQueries({ queryKey: ['analysis', 'audit'] });
    },
  });
  return (
    <Card title={t('exports.title')}>
      {data === undefined &&
        (error === null ? <Loading rows={2} /> : <Failure compact error={error} retry={() => void refetch()} />)}
      {data !== undefined && (
        <div className={classes.switch}>
          <p className={data.exportsAllowed ? classes.on : classes.off} role="status">
            {data.exportsAllowed ? <IconCircleCheck size={18} aria-hidden /> : <IconShieldOff size={18} aria-hidden />}
            {t(data.exportsAllowed ? 'exports.on' : 'exports.off')}
          </p>
          <p className={classes.intro}>{t('exports.explain')}</p>
          <Problem error={switching.error} />
          <Button
            variant="default"
            loading={switching.isPending}
            onClick={() => switching.mutate({ exportsAllowed: !data.exportsAllowed })}
          >
            {t(data.exportsAllowed ? 'exports.turnOff' : 'exports.turnOn')}
          </Button>
        </div>
      )}
    </Card>
  );
}
