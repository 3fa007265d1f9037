import type { InboxBucket, Session } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import {
  IconBuildingBank,
  IconChartBar,
  IconDatabase,
  IconFileText,
  IconFolderOpen,
  IconInbox,
  IconListDetails,
  IconMap,
  IconPlus,
  IconRoute,
  IconShare2,
  IconShieldCheck,
  IconTerminal2,
  IconTrendingUp,
} from '../shared/icons.js';
import { queries } from '../features/case/queries.js';
import type { Room } from '../client/session.js';
import { hasRole, rooms } from '../client/session.js';

type IconProps = { readonly size?: number; readonly stroke?: number };

/** One entry of the navigation. */
export type NavigationItem = {
  readonly room: Room;
  readonly to:
    | '/inbox'
    | '/cases'
    | '/cases/new'
    | '/dispatch'
    | '/trends'
    | '/trends/outside'
    | '/figures'
    | '/directory'
    | '/analysis/events'
    | '/analysis/workbench'
    | '/analysis/contracts'
    | '/analysis/share'
    | '/analysis/audit'
    | '/operations';
  readonly icon: ComponentType<IconProps>;
  /** The entry is current on its own address only, not below it. */
  readonly exact?: boolean;
};

/** One group of the navigation. */
export type NavigationGroup = {
  readonly name: 'work' | 'platform' | 'analysis' | 'system';
  readonly items: readonly NavigationItem[];
};

const groups: readonly NavigationGroup[] = [
  {
    name: 'work',
    items: [
      { room: 'inbox', to: '/inbox', icon: IconInbox },
      { room: 'dispatch', to: '/dispatch', icon: IconRoute },
      { room: 'cases', to: '/cases', icon: IconFolderOpen },
      { room: 'newCase', to: '/cases/new', icon: IconPlus },
    ],
  },
  {
    name: 'platform',
    items: [
      { room: 'trends', to: '/trends', icon: IconTrendingUp },
      { room: 'ownFigures', to: '/figures', icon: IconChartBar },
      { room: 'outside', to: '/trends/outside', icon: IconBuildingBank },
      { room: 'directory', to: '/directory', icon: IconMap },
    ],
  },
  {
    name: 'analysis',
    items: [
      { room: 'events', to: '/analysis/events', icon: IconListDetails },
      { room: 'workbench', to: '/analysis/workbench', icon: IconTerminal2 },
      { room: 'share', to: '/analysis/share', icon: IconShare2 },
      { room: 'contracts', to: '/analysis/contracts', icon: IconFileText },
      { room: 'analysisAudit', to: '/analysis/audit', icon: IconShieldCheck },
    ],
  },
  { name: 'system', items: [{ room: 'operations', to: '/operations', icon: IconDatabase }] },
];

/** The navigation of a person: only rooms that open. */
export function navigationFor(session: Session): readonly NavigationGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => rooms[item.room](session)) }))
    .filter((group) => group.items.length > 0);
}

/** How much waits in a room for this person. */
export function useWaiting(session: Session): (room: Room) => number {
  const { data: counts } = useQuery({ ...queries.inboxCounts(), enabled: rooms.inbox(session) });
  const sum = (...buckets: readonly InboxBucket[]) =>
    buckets.reduce((total, bucket) => total + (counts?.[bucket] ?? 0), 0);
  return (room) => {
    if (room === 'dispatch') {
      return sum('dispatch', 'escalated');
    }
    return room === 'inbox' && hasRole(session, 'actor') ? sum('to-answer', 'to-decide') : 0;
  };
}

/** True when `pathname` is the address of the entry, or below it. */
export function isCurrent(item: NavigationItem, pathname: string): boolean {
  if (item.to === '/cases') {
    return pathname === '/cases' || (pathname.startsWith('/cases/') && pathname !== '/cases/new');
  }
  if (item.to === '/trends') {
    return pathname === '/trends' || (pathname.startsWith('/trends/') && pathname !== '/trends/outside');
  }
  return pathname === item.to;
}
