import type { InboxBucket } from '#contracts/case';
import { helperBuckets } from '#contracts/case/codes';
import type { Text } from '#contracts/kernel';
import type { Session } from '#contracts/people';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQueries } from '../queries.js';
import { hasRole, houseOf, useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { AbsenceNotes } from './absence-notes.js';
import { InboxBoard } from './board.js';
import classes from './board.module.css';
import { useLabels } from '../../../shared/labels.js';
import { Page } from '../../../shared/page.js';
import { NoPermission } from '../../../shared/states.js';
import { StandingIn } from './standing-in.js';
import { InboxFilterBar } from './inbox-filters.js';

const coordinatorBuckets: readonly InboxBucket[] = ['to-decide', 'waiting-on-others', 'done'];

function bucketsOf(session: Session): readonly InboxBucket[] {
  return hasRole(session, 'actor') ? helperBuckets : coordinatorBuckets;
}

type TabsProps = {
  readonly buckets: readonly InboxBucket[];
  readonly current: InboxBucket;
  readonly counts: Partial<Record<InboxBucket, number>>;
};

function Tabs({ buckets, current, counts }: TabsProps) {
  const { t } = useTranslation('inbox');
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className={classes.tabs} aria-label={t('tabs')} ref={bar}>
      {buckets.map((bucket) => (
        <Link
          key={bucket}
          to="/inbox"
          search={(before) => ({ ...before, bucket, selected: undefined })}
          className={classes.tab}
          aria-current={bucket === current ? 'page' : undefined}
        >
          {t(`bucket.${bucket}`)} <span className={classes.tabCount}>{counts[bucket] ?? 0}</span>
        </Link>
      ))}
    </nav>
  );
}

function whereOf({ membership }: Session, text: (name: Text) => string): string {
  const [only, ...others] = membership.services;
  const isOne = only !== undefined && others.length === 0;
  return isOne ? `${houseOf(membership)} · ${text(only.name)}` : houseOf(membership);
}

/** What waits for the person's services, what is due next first. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const session = useSession();
  const navigate = useNavigate({ from: '/inbox' });
  const { selected, ...filters } = useSearch({ from: '/signed-in/inbox' });
  const buckets = bucketsOf(session);
  const wanted = filters.bucket ?? buckets[0] ?? 'to-answer';
  const query = useInfiniteQuery({
    ...caseQueries.inbox({ ...filters, bucket: wanted }),
    enabled: rooms.inbox(session),
  });
  if (!rooms.inbox(session)) {
    return (
      <Page title={t('title')}>
        <NoPermission />
      </Page>
    );
  }
  const counts = query.data?.pages[0]?.counts ?? {};
  const isFiltered = [filters.language, filters.difficulty, filters.serviceId].some((one) => one !== undefined);
  return (
    <Page title={t('title')} beside={whereOf(session, labels.text)}>
      <AbsenceNotes />
      <StandingIn />
      <Tabs buckets={buckets} current={wanted} counts={counts} />
      <InboxBoard
        scope={JSON.stringify({ ...filters, bucket: wanted })}
        label={t(`bucket.${wanted}`)}
        query={query}
        selected={selected}
        onSelect={(id) =>
          void navigate({ search: (before) => ({ ...before, selected: id }), replace: true, resetScroll: false })
        }
        party={wanted === 'waiting-on-others' ? 'to' : 'from'}
        bar={<InboxFilterBar filters={filters} session={session} />}
        empty={{
          title: t(isFiltered ? 'empty.filtered' : wanted === 'to-answer' ? 'empty.to-answer' : 'empty.other'),
          text: isFiltered ? undefined : t(wanted === 'to-answer' ? 'empty.to-answerText' : 'empty.otherText'),
        }}
      />
    </Page>
  );
}
