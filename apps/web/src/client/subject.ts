import type { Session } from '#contracts/people';
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Stale } from './live.js';
import type { RoomName, Texts } from './texts.js';

/** One entry of the navigation. */
export type NavigationEntry = {
  readonly group: 'work' | 'platform' | 'analysis' | 'system';
  readonly name: RoomName;
  /** On a small screen, where `name` is too long. */
  readonly shortName?: RoomName;
  readonly route: AnyRoute;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  /** Who sees it. */
  readonly isOpen: (session: Session) => boolean;
};

/** How much waits for the person, by the name of the entry it waits behind. */
export type Waiting = Readonly<Partial<Record<RoomName, number>>>;

/** Something the search field found. */
export type Hit = { readonly id: string; readonly main: string; readonly aside: string; readonly go: () => void };

/** What the search field finds in one subject; `settled` once nothing more is on its way. */
export type Hits = { readonly hits: readonly Hit[]; readonly settled: boolean };

/** Keys and what they do, a text of `common:keys`. */
export type KeyRow = { readonly keys: readonly string[]; readonly does: keyof Texts['common']['keys'] };

/** Keys that act in some places, and the name of these, a text of `common:keys` too. */
export type KeyTable = { readonly where: keyof Texts['common']['keys']; readonly rows: readonly KeyRow[] };

/** What a subject adds to the application; `app/subjects.ts` puts all of them together. */
export type Subject = {
  /** Pages for everybody. */
  readonly openRoutes?: readonly AnyRoute[];
  /** Pages of those who are signed in. */
  readonly routes?: readonly AnyRoute[];
  readonly navigation?: readonly NavigationEntry[];
  /** What it shows that live news make stale. */
  readonly stale?: Stale;
  /** Keys of its pages. */
  readonly keys?: KeyTable;
  /** The page a person starts on, undefined when that is another subject’s. */
  readonly home?: (session: Session) => string | undefined;
  readonly useWaiting?: (session: Session) => Waiting;
  readonly useHits?: (text: string) => Hits;
};
