import type { Pack } from '#contracts/monitoring';
import { mayWithdraw } from '#domain/monitoring';
import { viewerOf } from '#domain/people';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monitoringQueries } from '../queries.js';
import { useSession } from '../../../client/session.js';
import { mayMakePack, rooms } from '../rooms.js';
import { IconPlus } from '../../../shared/icons.js';
import { laterDialog } from '../../../shared/later.js';
import { Page } from '../../../shared/page.js';
import { Empty, Failure, Loading, NoPermission } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { WithdrawDialog, Withdrawn } from '../../../shared/withdrawal.js';
import classes from './packs-page.module.css';

const MakePack = laterDialog(() => import('./make-pack.js'), 'MakePack');

const shownOfHash = 12;

function PackRow({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation(['packs', 'common']);
  const session = useSession();
  const [withdrawing, setWithdrawing] = useState(false);
  const formats = useFormats();
  const dayOf = (date: string) => formats.date(new Date(`${date}T12:00:00Z`));
  const address = `/api/v1/packs/${pack.packId}`;
  const name = t('name', { since: dayOf(pack.since), until: dayOf(pack.until) });
  return (
    <tr>
      <th scope="row">
        {pack.withdrawn === null ? (
          <a href={`${address}/page`} className={classes.link} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          <>
            {name}
            <span className={classes.quiet}>
              <Withdrawn what="pack" withdrawal={pack.withdrawn} />
            </span>
          </>
        )}
      </th>
      <td>{t(`language.${pack.language}`)}</td>
      <td>{formats.full(new Date(pack.madeAt))}</td>
      <td>
        <code title={pack.hash}>{pack.hash.slice(0, shownOfHash)}</code>
      </td>
      <td>
        {pack.withdrawn === null && (
          <a
            href={`${address}/pdf`}
            className={classes.link}
            target="_blank"
            rel="noreferrer"
            aria-label={t('pdfOf', { name })}
          >
            PDF
          </a>
        )}
      </td>
      <td>
        {pack.withdrawn === null && mayWithdraw(viewerOf(session), pack) && (
          <TextButton onClick={() => setWithdrawing(true)}>
            {t('common:withdrawal.action')}
            <span className="visually-hidden"> {name}</span>
          </TextButton>
        )}
        {withdrawing && (
          <WithdrawDialog what="pack" path={`/packs/${pack.packId}`} onClose={() => setWithdrawing(false)} />
        )}
      </td>
    </tr>
  );
}

function PackList({ packs }: { readonly packs: readonly Pack[] }) {
  const { t } = useTranslation('packs');
  return (
    <div className={classes.scroll} role="group" aria-label={t('title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['pack', 'languages', 'made', 'hash', 'print'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <PackRow key={pack.packId} pack={pack} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The packs of the plenaries: what was printed for each, and the making of the next. */
export function PacksPage() {
  const { t } = useTranslation('packs');
  const session = useSession();
  const { data: packs, error, refetch } = useQuery({ ...monitoringQueries.packs(), enabled: rooms.trends(session) });
  const [making, setMaking] = useState(false);
  if (!rooms.trends(session)) {
    return (
      <Page title={t('title')}>
        <NoPermission />
      </Page>
    );
  }
  const mayMake = mayMakePack(session);
  return (
    <Page
      title={t('title')}
      beside={
        <Link to="/trends" className={classes.link}>
          {t('toTrends')}
        </Link>
      }
    >
      <div className={classes.bar}>
        <p className={classes.intro}>{t('intro')}</p>
        {mayMake && (
          <Button leftSection={<IconPlus size={17} />} onClick={() => setMaking(true)}>
            {t('open')}
          </Button>
        )}
      </div>
      {error !== null && packs === undefined && <Failure error={error} retry={() => void refetch()} />}
      {packs === undefined && error === null && <Loading rows={4} />}
      {packs?.length === 0 && <Empty title={t('empty')} text={mayMake ? t('emptyMake') : t('emptyWait')} />}
      {packs !== undefined && packs.length > 0 && <PackList packs={packs} />}
      {making && <MakePack onClose={() => setMaking(false)} lastPlenary={packs?.[0]?.until} />}
    </Page>
  );
}
