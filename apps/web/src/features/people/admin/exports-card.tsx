import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../shared/form-problem.js';
import { IconCircleCheck, IconShieldOff } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { settingQueries } from '../../../shared/setting-queries.js';
import { Failure, Loading } from '../../../shared/states.js';
import { laterDialog } from '../../../shared/later.js';
import classes from './admin.module.css';
import { useExportSwitch } from './use-export-switch.js';

const ExportsDialog = laterDialog(() => import('./exports-dialog.js'), 'ExportsDialog');

/** Whether files may leave this installation, and what the switch does. */
export function ExportsCard() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(settingQueries.exports());
  const switching = useExportSwitch();
  const [isAsking, setIsAsking] = useState(false);
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
            onClick={() => (data.exportsAllowed ? setIsAsking(true) : switching.mutate({ exportsAllowed: true }))}
          >
            {t(data.exportsAllowed ? 'exports.open' : 'exports.turnOn')}
          </Button>
        </div>
      )}
      {isAsking && <ExportsDialog onClose={() => setIsAsking(false)} />}
    </Card>
  );
}
