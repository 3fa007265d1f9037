import { Button } from '@mantine/core';
import {
  createElement,
  Suspense,
  use,
  useEffect,
  useSyncExternalStore,
  type Attributes,
  type ComponentType,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { verifyBuild } from '../client/build.js';
import { drafts } from '../client/kept.js';
import { onLive, useLive } from '../client/live.js';
import { parts } from './fetch-ahead.js';
import { IconCloudOff } from './icons.js';
import classes from './later.module.css';

type Closing = { readonly onClose?: (() => void) | undefined };
type PropsOf<Part> = Part extends (props: infer Props) => unknown ? (unknown extends Props ? object : Props) : never;

/** A part of the application that is fetched when it is first needed, or ahead; `preload` never rejects. */
export type Later<Props> = ((props: Props) => ReactNode) & { readonly preload: () => Promise<void> };

/** Reloads the page once all that is written is kept. */
export async function reloadKept(): Promise<void> {
  await drafts.written;
  location.reload();
}

type MissingProps = Closing & { readonly retry: () => Promise<void> };

/**
 * Stands where a part would, or above the page when it is a dialog. With a connection it tries once more; a browser that remembers
 * that a module could not be fetched needs a reload, which loses nothing.
 */
function Missing({ retry, onClose }: MissingProps) {
  const { t } = useTranslation();
  const isAway = useLive().state === 'away' || !navigator.onLine;
  useEffect(() => {
    void verifyBuild();
    const again = () => void retry();
    const stop = onLive(again);
    addEventListener('online', again);
    return () => {
      stop();
      removeEventListener('online', again);
    };
  }, [retry]);
  return (
    <div className={onClose === undefined ? classes.place : classes.above} role="alert" data-part-missing>
      <IconCloudOff size={22} aria-hidden />
      <p className={classes.text}>{t(isAway ? 'later.away' : 'later.gone')}</p>
      <div className={classes.deeds}>
        {!isAway && <Button onClick={() => void reloadKept()}>{t('build.reload')}</Button>}
        <Button variant="default" onClick={() => void retry()}>
          {t('state.retry')}
        </Button>
        {onClose !== undefined && (
          <Button variant="default" onClick={onClose}>
            {t('form.close')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A part on its way: what is known of it, whoever shows it. */
class Coming<Props> {
  private part: ComponentType<Props> | undefined;
  private arrival: Promise<void> | undefined;
  /** Somebody looks at the place where it would be. */
  private isWanted = false;
  private hasFailed = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: () => Promise<ComponentType<Props>>) {}

  readonly preload = async (): Promise<void> => {
    if (this.part === undefined) {
      await this.fetched();
    }
  };

  /** Settles when it is there, or is known not to come. */
  wanted(): Promise<void> {
    this.isWanted = true;
    return this.fetched();
  }

  readonly found = (): ComponentType<Props> | undefined => this.part;

  readonly isMissing = (): boolean => this.hasFailed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private fetched(): Promise<void> {
    this.arrival ??= this.load().then(
      (part) => this.settle(part),
      () => this.settle(undefined),
    );
    return this.arrival;
  }

  private settle(part: ComponentType<Props> | undefined): void {
    this.part = part;
    this.hasFailed = part === undefined && this.isWanted;
    this.arrival = undefined;
    this.listeners.forEach((tell) => tell());
  }
}

function partOf<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): Later<PropsOf<Module[Name]>> {
  type Props = PropsOf<Module[Name]>;
  const coming = new Coming(async () => (await load())[name] as ComponentType<Props>);
  function Part(props: Props) {
    const found = useSyncExternalStore(coming.subscribe, coming.found);
    const isMissing = useSyncExternalStore(coming.subscribe, coming.isMissing);
    if (found !== undefined) {
      return createElement(found as ComponentType<object>, props as object);
    }
    if (isMissing) {
      return <Missing retry={coming.preload} onClose={(props as Closing).onClose} />;
    }
    use(coming.wanted());
    return null;
  }
  return Object.assign(Part, { preload: coming.preload });
}

/** A page that is fetched when it is first opened, or before. One that cannot be fetched says so in its own place. */
export const laterPage = partOf;

/** A part of a page that is fetched when it is first needed, or before. One that cannot be fetched takes nothing else away. */
export function later<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): Later<PropsOf<Module[Name]>> {
  const part = partOf(load, name);
  parts.add(part.preload);
  return part;
}

/** A dialog that is fetched when it is first opened, or before; until it is there the page stays as it is, and what opened it keeps the focus. */
export function laterDialog<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): Later<PropsOf<Module[Name]>> {
  const Part = later(load, name);
  function Dialog(props: PropsOf<Module[Name]>) {
    return <Suspense fallback={null}>{createElement(Part, props as object as Attributes & typeof props)}</Suspense>;
  }
  return Object.assign(Dialog, { preload: Part.preload });
}
