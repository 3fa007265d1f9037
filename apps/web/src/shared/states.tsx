import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../client/live.js';
import { ApiProblem } from '../client/problem.js';
import { IconCircleDashed, IconCloudOff, IconLock, IconRefreshAlert, IconSearch } from './icons.js';
import { StatementLink } from './statement-link.js';
import classes from './states.module.css';

type StateProps = {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: ReactNode;
  readonly compact?: boolean;
  /** Announced at once by screen readers. */
  readonly alert?: boolean;
};

function State({ icon, title, text, action, compact, alert }: StateProps) {
  return (
    <div
      className={`${classes.state} ${compact === true ? classes.compact : ''}`}
      role={alert === true ? 'alert' : undefined}
    >
      {icon !== undefined && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <p className={classes.title}>{title}</p>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** Nothing to show, with what that means. */
export function Empty(props: Omit<StateProps, 'alert'>) {
  return <State icon={<IconCircleDashed size={22} />} {...props} />;
}

/** Something is being fetched: the shape of what comes. */
export function Loading({ rows = 5 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  const isAway = useLive().state === 'away';
  return (
    <div className={classes.bars} role="status" data-loading>
      <span className={isAway ? undefined : 'visually-hidden'}>{t(isAway ? 'state.awaiting' : 'state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.bar} style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** The role gives no access. */
export function NoPermission() {
  const { t } = useTranslation();
  return (
    <State
      icon={<IconLock size={22} />}
      title={t('state.forbidden')}
      text={t('state.forbiddenText')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('state.home')}
        </Button>
      }
    />
  );
}

/** No such page. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <Nowhere text={t('state.notFoundText')} />
      <p className={classes.statement}>
        <StatementLink />
      </p>
    </>
  );
}

function Nowhere({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <State
      icon={<IconSearch size={22} />}
      title={t('state.notFound')}
      text={text}
      action={
        <Button component={Link} to="/" variant="default">
          {t('state.home')}
        </Button>
      }
    />
  );
}

/** Something failed: what, and what the person can do. `retry` is asked for again by the button. */
export function Failure({
  error,
  retry,
  compact,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly compact?: boolean;
}) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  if (error instanceof ApiProblem && error.status === 403) {
    return <NoPermission />;
  }
  if (error instanceof ApiProblem && error.status === 404) {
    return <Nowhere text={error.message} />;
  }
  const again =
    retry ??
    (() => {
      reset();
      void router.invalidate();
    });
  return (
    <State
      alert
      {...(compact === true && { compact })}
      icon={error instanceof ApiProblem && error.passing ? <IconCloudOff size={22} /> : <IconRefreshAlert size={22} />}
      title={t('state.failed')}
      text={error instanceof ApiProblem ? error.message : t('error.unexpected')}
      action={
        <Button variant="default" onClick={again}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
