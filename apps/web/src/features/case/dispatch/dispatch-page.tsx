import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepLines, useHotkeys } from '../../../shared/hotkeys.js';
import { useGoing } from '../../../shared/keys-ahead.js';
import { caseQueries } from '../queries.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { IconArrowUp } from '../../../shared/icons.js';
import { Card, Page } from '../../../shared/page.js';
import { Empty, Failure, Loading, NoPermission } from '../../../shared/states.js';
import { lineId, useCalmLines } from '../inbox/calm-lines.js';
import classes from './dispatch.module.css';
import { DispatchPanel } from './dispatch-panel.js';
import { WaitingLine } from './waiting-line.js';

const buckets = ['dispatch', 'escalated'] as const;
type Bucket = (typeof buckets)[number];

function Tabs({
  bucket,
  counts,
  onChoose,
}: {
  readonly bucket: Bucket;
  readonly counts: Partial<Record<string, number>> | undefined;
  readonly onChoose: (bucket: Bucket) => void;
}) {
  const { t } = useTranslation('dispatch');
  return (
    <div className={classes.tabs} role="group" aria-label={t('tabs')}>
      {buckets.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.tab}
          aria-pressed={one === bucket}
          onClick={() => onChoose(one)}
        >
          {t(`bucket.${one}`)} {counts !== undefined && <span className={classes.tabCount}>{counts[one] ?? 0}</span>}
        </button>
      ))}
    </div>
  );
}

function Board() {
  const { t } = useTranslation('dispatch');
  const { t: common } = useTranslation();
  const search = useSearch({ from: '/signed-in/dispatch' });
  const navigate = useNavigate({ from: '/dispatch' });
  const bucket = search.bucket ?? 'dispatch';
  const query = useInfiniteQuery(caseQueries.inbox({ bucket }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const { lines, fresh, refresh, release } = useCalmLines(bucket, query);
  const [pinned, setPinned] = useState<string>();
  // What is read stays, also when it waits no more; what was handled before is no greeting.
  const chosen =
    lines.find(({ line }) => lineId(line) === search.selected) ??
    lines.find(({ line }) => lineId(line) === pinned) ??
    lines.find(({ gone }) => !gone);
  const chosenId = chosen === undefined ? undefined : lineId(chosen.line);
  if (chosenId !== undefined && chosenId !== pinned) {
    setPinned(chosenId);
  }
  const going = useGoing();
  const select = (id: string | undefined) => {
    going(id);
    // What waits no more has been read once the person goes on.
    if (chosen?.gone === true && id !== chosenId) {
      release(lineId(chosen.line));
    }
    void navigate({ search: { bucket, selected: id }, replace: true, resetScroll: false });
  };
  const step = (by: number) => {
    const next = stepLines(by);
    if (next !== undefined) {
      select(next);
    }
  };
  useHotkeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <Tabs
        bucket={bucket}
        counts={data?.pages[0]?.counts}
        onChoose={(next) => void navigate({ search: { bucket: next }, replace: true })}
      />
      <p className={classes.explain}>{t(`explain.${bucket}`)}</p>
      {data === undefined && error === null && (
        <Card>
          <Loading rows={7} />
        </Card>
      )}
      {data === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data !== undefined && lines.length === 0 && (
        <Card>
          <Empty title={t(`empty.${bucket}`)} text={t(`emptyText.${bucket}`)} />
        </Card>
      )}
      {lines.length > 0 && (
        <div className={classes.board} data-selected={search.selected !== undefined || undefined}>
          <Card bare className={classes.list}>
            {fresh > 0 && (
              <button type="button" className={classes.news} onClick={refresh}>
                <IconArrowUp size={16} aria-hidden /> {t('news', { count: fresh })}
              </button>
            )}
            <span className="visually-hidden" role="status">
              {fresh > 0 && t('news', { count: fresh })}
            </span>
            <ul>
              {lines.map(({ line, gone }) => (
                <WaitingLine
                  key={lineId(line)}
                  line={line}
                  id={lineId(line)}
                  gone={gone}
                  selected={chosen?.line === line}
                  onSelect={() => select(lineId(line))}
                />
              ))}
            </ul>
            {hasNextPage && (
              <button
                type="button"
                className={classes.news}
                disabled={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {common('form.more')}
              </button>
            )}
          </Card>
          {chosen !== undefined && (
            <Card className={classes.aside}>
              <DispatchPanel key={chosenId} line={chosen.line} gone={chosen.gone} onBack={() => select(undefined)} />
            </Card>
          )}
        </div>
      )}
    </>
  );
}

/** What waits for the coordinating team: cases nobody took, and referrals whose deadline passed. */
export function DispatchPage() {
  const { t } = useTranslation('dispatch');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('dispatch')} beside={t('beside')}>
      {rooms.dispatch(session) ? <Board /> : <NoPermission />}
    </Page>
  );
}
