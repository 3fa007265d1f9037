import type { Backlog } from '#contracts/monitoring';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../client/session.js';
import { mayReadExact } from '../rooms.js';
import { FigureTable } from '../../../shared/figures/figure-table.js';
import { Card } from '../../../shared/page.js';
import classes from './backlog.module.css';
import type { OwnService } from './use-own-services.js';

const counters = ['open', 'unanswered', 'overdue'] as const;
type Counter = (typeof counters)[number];

const empty: Readonly<Record<Counter, number>> = { open: 0, unanswered: 0, overdue: 0 };

type CountProps = { readonly counter: Counter; readonly count: number; readonly serviceId: string | undefined };

/** A number; where a drawer of the person's inbox holds just these lines it leads there. */
function Count({ counter, count, serviceId }: CountProps) {
  const { t } = useTranslation('own-figures');
  const session = useSession();
  const isOwn =
    serviceId === undefined
      ? !mayReadExact(session)
      : session.membership.services.some((one) => one.serviceId === serviceId);
  if (counter !== 'unanswered' || !hasRole(session, 'actor') || !isOwn) {
    return count;
  }
  return (
    <Link to="/inbox" search={{ bucket: 'to-answer', serviceId }} className={classes.link}>
      {count}
      <span className="visually-hidden"> ({t('toInbox')})</span>
    </Link>
  );
}

type NowProps = {
  readonly backlog: Backlog;
  /** Those that are looked at. */
  readonly services: readonly OwnService[];
  /** The only one, when one was chosen. */
  readonly chosen: string | undefined;
};

/** What lies with the services now: together, and one by one when they are several. */
export function Now({ backlog, services, chosen }: NowProps) {
  const { t } = useTranslation('own-figures');
  const session = useSession();
  const byId = new Map(backlog.services.map((one) => [one.serviceId, one]));
  const lines = services.map(({ serviceId, name }) => {
    const { open, unanswered, overdue } = byId.get(serviceId) ?? empty;
    return { serviceId, name, open, unanswered, overdue };
  });
  // All services are many: those where nothing lies say nothing to a coordinator.
  const shown = mayReadExact(session) ? lines.filter((line) => line.open > 0) : lines;
  const sumOf = (counter: Counter) => lines.reduce((sum, line) => sum + line[counter], 0);
  return (
    <Card title={t('now.title')} className={classes.now}>
      <dl className={classes.counters}>
        {counters.map((counter) => (
          <div
            key={counter}
            data-counter={counter}
            data-alarm={(counter === 'overdue' && sumOf(counter) > 0) || undefined}
          >
            <dt>{t(`now.${counter}`)}</dt>
            <dd>
              <Count counter={counter} count={sumOf(counter)} serviceId={chosen} />
            </dd>
          </div>
        ))}
      </dl>
      {services.length > 1 && shown.length > 0 && (
        <FigureTable
          caption={t('now.title')}
          table={{
            columns: [t('now.service'), ...counters.map((counter) => t(`now.${counter}`))],
            lines: shown.map((line) => ({
              name: line.name,
              cells: counters.map((counter) => (
                <Count key={counter} counter={counter} count={line[counter]} serviceId={line.serviceId} />
              )),
            })),
          }}
        />
      )}
      <p className={classes.note}>{t('now.note')}</p>
    </Card>
  );
}
