import type { OperationsView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../app/queries.js';
import { hasRole, useSession } from '../../app/session.js';
import { IconAlertTriangle, IconCircleCheck, IconClockPause } from '../../shared/icons.js';
import { Card, Page } from '../../shared/page.js';
import { Failure, Loading, NoPermission } from '../../shared/states.js';
import { useFormats, useNow } from '../../shared/time.js';
import { DeadLetters } from './dead-letters.js';
import { ImportPanel } from './import-panel.js';
import classes from './operations.module.css';

const refreshMilliseconds = 5_000;

function Tile({
  name,
  value,
  good,
}: {
  readonly name: 'letters' | 'parked' | 'outbox';
  readonly value: number;
  readonly good: boolean;
}) {
  const { t } = useTranslation('operations');
  const Icon = good ? IconCircleCheck : name === 'outbox' ? IconClockPause : IconAlertTriangle;
  return (
    <div className={`${classes.tile} ${good ? classes.good : ''}`}>
      <dt>{t(`tile.${name}`)}</dt>
      <dd>
        <span className={classes.value}>{value}</span>
        <span className={classes.verdict}>
          <Icon size={16} aria-hidden /> {t(good ? `tile.${name}Good` : `tile.${name}Bad`)}
        </span>
      </dd>
    </div>
  );
}

function Parked({ parked }: { readonly parked: OperationsView['parked'] }) {
  const { t } = useTranslation('operations');
  const formats = useFormats();
  const now = useNow();
  return (
    <Card title={t('parked.title')}>
      {parked.length === 0 ? (
        <p className={classes.quiet}>{t('parked.none')}</p>
      ) : (
        <>
          <p className={classes.lead}>{t('parked.intro')}</p>
          <div className={classes.scroll} role="group" aria-label={t('parked.title')} tabIndex={0}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('parked.subject')}</th>
                  <th scope="col" className={classes.number}>
                    {t('parked.waitingFor')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('parked.events')}
                  </th>
                  <th scope="col">{t('parked.since')}</th>
                </tr>
              </thead>
              <tbody>
                {parked.map((one) => (
                  <tr key={one.subject}>
                    <td>
                      <code>{one.subject}</code>
                    </td>
                    <td className={classes.number}>{one.waitingFor}</td>
                    <td className={classes.number}>{one.events}</td>
                    <td>{formats.dayTime(new Date(one.since), now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Card>
  );
}

function Offsets({ offsets }: { readonly offsets: OperationsView['offsets'] }) {
  const { t } = useTranslation('operations');
  const formats = useFormats();
  const now = useNow();
  return (
    <Card title={t('offsets.title')}>
      <div className={classes.scroll} role="group" aria-label={t('offsets.title')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('offsets.topic')}</th>
              <th scope="col" className={classes.number}>
                {t('offsets.partition')}
              </th>
              <th scope="col" className={classes.number}>
                {t('offsets.next')}
              </th>
              <th scope="col">{t('offsets.updated')}</th>
            </tr>
          </thead>
          <tbody>
            {offsets.map((one) => (
              <tr key={`${one.topic} ${one.partition}`}>
                <td>
                  <code>{one.topic}</code>
                </td>
                <td className={classes.number}>{one.partition}</td>
                <td className={classes.number}>{one.next}</td>
                <td>{formats.dayTime(new Date(one.updatedAt), now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Operations() {
  const { data, error, refetch } = useQuery({ ...queries.operations(), refetchInterval: refreshMilliseconds });
  if (data === undefined) {
    return error === null ? (
      <Card>
        <Loading rows={8} />
      </Card>
    ) : (
      <Failure error={error} retry={() => void refetch()} />
    );
  }
  const open = data.deadLetters.filter((letter) => letter.redrivenAt === null).length;
  return (
    <div className={classes.page}>
      <dl className={classes.tiles}>
        <Tile name="letters" value={open} good={open === 0} />
        <Tile name="parked" value={data.parked.length} good={data.parked.length === 0} />
        <Tile name="outbox" value={data.outboxWaiting} good={data.outboxWaiting === 0} />
      </dl>
      <DeadLetters letters={data.deadLetters} />
      <Parked parked={data.parked} />
      <ImportPanel />
      <Offsets offsets={data.offsets} />
    </div>
  );
}

/** Whether everything that happened has arrived, what to do when it has not, and the import of history. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const { t: common } = useTranslation();
  const session = useSession();
  return (
    <Page title={common('nav.operations')} beside={t('beside')}>
      {hasRole(session, 'coordinator', 'administrator') ? <Operations /> : <NoPermission />}
    </Page>
  );
}
