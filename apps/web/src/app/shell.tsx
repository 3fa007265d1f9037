import type { Session } from '#contracts/people';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysHelp } from './keys-help.js';
import { IconDotsVertical } from '../shared/icons.js';
import { followLive } from '../client/live.js';
import { Notices } from './notices.js';
import { useOffline } from './use-offline.js';
import { LiveLamp } from './live-lamp.js';
import { Logo } from '../shared/logo.js';
import type { NavigationEntry } from '../client/subject.js';
import { ToolsOfPage } from '../shared/page.js';
import { WayToProof, type WayToProofProps } from '../shared/proof.js';
import { WayToProofHere } from '../features/people/index.js';
import { addressOf, isCurrent, navigationFor, useWaiting } from './navigation.js';
import { sessionQuery, useSession, watchSession } from '../client/session.js';
import { useStanding } from '../client/standing.js';
import { useHotkeys } from '../shared/hotkeys.js';
import { takeKeysOf } from '../shared/key-choices.js';
import { StatementLink } from '../shared/statement-link.js';
import classes from './shell.module.css';
import { SessionOver } from './session-over.js';
import { subjects } from './subjects.js';
import { TopTools } from './top-tools.js';

type EntryProps = { readonly item: NavigationEntry; readonly current: boolean; readonly waiting: number };

function Entry({ item, current, waiting }: EntryProps) {
  const { t } = useTranslation();
  const { t: names } = useTranslation('names');
  return (
    <Link
      to={addressOf(item)}
      className={classes.item}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
      activeProps={{}}
    >
      <item.icon size={18} stroke={1.8} />
      <span className={classes.name}>{names(item.name)}</span>
      {waiting > 0 && (
        <span className={classes.count}>
          <span aria-hidden>{waiting}</span>
          <span className="visually-hidden">{t('nav.waiting', { count: waiting })}</span>
        </span>
      )}
    </Link>
  );
}

function Sidebar({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const waiting = useWaiting(session);
  return (
    <nav className={classes.side} aria-label={t('nav.label')}>
      <Link to="/" className={classes.brand}>
        <Logo /> Relais
      </Link>
      {navigationFor(session).map((group) => (
        <div key={group.name}>
          <p className={classes.group}>{t(`nav.${group.name}`)}</p>
          {group.entries.map((item) => (
            <Entry key={item.name} item={item} current={isCurrent(item, pathname)} waiting={waiting[item.name] ?? 0} />
          ))}
        </div>
      ))}
      <div className={classes.foot}>
        <LiveLamp />
        <StatementLink className={classes.statement} />
      </div>
    </nav>
  );
}

const tabsShown = 4;

function BottomBar({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { t: names } = useTranslation('names');
  const { pathname } = useLocation();
  const waiting = useWaiting(session);
  const items = navigationFor(session).flatMap((group) => group.entries);
  const direct = items.length > tabsShown + 1 ? items.slice(0, tabsShown) : items;
  const others = items.slice(direct.length);
  return (
    <nav className={classes.bottom} aria-label={t('nav.label')}>
      {direct.map((item) => (
        <Link
          key={item.name}
          to={addressOf(item)}
          className={classes.tab}
          activeOptions={{ exact: true }}
          aria-current={isCurrent(item, pathname) ? 'page' : undefined}
        >
          <span className={classes.tabIcon}>
            <item.icon size={21} stroke={1.8} />
            {(waiting[item.name] ?? 0) > 0 && (
              <span className={classes.tabCount} aria-hidden>
                {waiting[item.name]}
              </span>
            )}
          </span>
          <span className={classes.tabName}>{names(item.shortName ?? item.name)}</span>
        </Link>
      ))}
      {others.length > 0 && (
        <>
          <button type="button" className={classes.tab} popoverTarget="more-rooms">
            <IconDotsVertical size={21} stroke={1.8} />
            <span className={classes.tabName}>{t('nav.more')}</span>
          </button>
          <div id="more-rooms" popover="auto" className={classes.more} key={pathname}>
            {others.map((item) => (
              <Entry
                key={item.name}
                item={item}
                current={isCurrent(item, pathname)}
                waiting={waiting[item.name] ?? 0}
              />
            ))}
          </div>
        </>
      )}
    </nav>
  );
}

const wayToProof = (props: WayToProofProps) => <WayToProofHere {...props} />;

/** The frame around every page of a person who is signed in; once their session is over, nothing of it is left to read. */
export function Shell() {
  const now = useStanding();
  const { href } = useLocation();
  const { data: session } = useQuery(sessionQuery());
  useEffect(watchSession, []);
  if (now !== 'holds') {
    return <SessionOver why={now} />;
  }
  return session?.passkey === 'awaited' ? <Navigate to="/passkey" search={{ to: href }} /> : <Frame />;
}

function Frame() {
  const { t } = useTranslation();
  const session = useSession();
  const [helpOpened, setHelpOpened] = useState(false);
  useEffect(() => followLive(subjects.flatMap((one) => one.stale ?? [])), []);
  useEffect(() => takeKeysOf(session.person.personId), [session.person.personId]);
  useOffline(session);
  useHotkeys({ '?': () => setHelpOpened(true) });
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Sidebar session={session} />
      <main id="content" className={classes.main} tabIndex={-1}>
        <ToolsOfPage value={<TopTools onKeys={() => setHelpOpened(true)} />}>
          <WayToProof value={wayToProof}>
            <Outlet />
          </WayToProof>
        </ToolsOfPage>
        <Notices />
      </main>
      <BottomBar session={session} />
      <KeysHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </div>
  );
}
