import type { EventDetail } from '#contracts/analysis';
import { eventColumnNames, type EventColumn } from '#contracts/analysis/codes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lookOf, useTypeNames } from '../event-words/event-types.js';
import { useMoments } from '../event-words/moments.js';
import { IconButton } from '../../../shared/icon-button.js';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconFileText, IconX } from '../../../shared/icons.js';
import { Failure, Loading } from '../../../shared/states.js';
import tones from '../../../shared/tones.module.css';
import { useColumnTitles } from './columns.js';
import { eventQueries } from './event-queries.js';
import classes from './event-panel.module.css';
import { Branch, Leaf, type ValueActions } from './event-tree.js';
import { Neighbours, type Neighbour } from './neighbours.js';
import { placeOf, valueOf } from './values.js';

const apart: readonly EventColumn[] = ['data', 'type', 'time'];
const factColumns = eventColumnNames.filter((column) => !apart.includes(column));

type PanelProps = ValueActions & {
  /** `stream/subject/sequence`. */
  readonly place: string;
  readonly onOpen: (place: string) => void;
  readonly onClose: () => void;
};

function Detail({
  detail,
  onOpen,
  ...actions
}: ValueActions & { detail: EventDetail; onOpen: (at: Neighbour) => void }) {
  const { t } = useTranslation('events');
  const titles = useColumnTitles();
  const moments = useMoments();
  const typeName = useTypeNames();
  const { event, neighbours } = detail;
  const at = neighbours.findIndex((one) => one.sequence === event.sequence);
  const [before, after] = [neighbours[at - 1], neighbours[at + 1]];
  const { icon: Icon, tone } = lookOf(event.type);
  return (
    <>
      <h2 className={classes.title}>
        <span className={`${classes.icon} ${tones[tone]}`} aria-hidden>
          <Icon size={17} />
        </span>
        {typeName(event.type)}
      </h2>
      <p className={classes.quiet}>
        <time dateTime={event.time}>{moments.exact(new Date(event.time))}</time> · <code>{event.type}</code>
      </p>
      <p className={classes.links}>
        <a href={`/analysis/contracts?type=${encodeURIComponent(event.type)}`}>
          <IconFileText size={15} aria-hidden /> {t('panel.contract')}
        </a>
        <a href={detail.schema} target="_blank" rel="noreferrer">
          {t('panel.schema')}
        </a>
      </p>
      <div className={classes.steps}>
        <button type="button" disabled={before === undefined} onClick={() => before && onOpen(before)}>
          <IconChevronLeft size={16} aria-hidden /> {t('panel.previous')}
        </button>
        <span className={classes.quiet}>{t('panel.rank', { rank: at + 1, total: neighbours.length })}</span>
        <button type="button" disabled={after === undefined} onClick={() => after && onOpen(after)}>
          {t('panel.next')} <IconChevronRight size={16} aria-hidden />
        </button>
      </div>
      <h3>{t('panel.data')}</h3>
      <Branch path="$" value={event.data} type={event.type} {...actions} />
      <h3>{t('panel.facts')}</h3>
      <ul className={classes.branch}>
        {factColumns
          .filter((column) => valueOf(event, column) !== undefined)
          .map((column) => (
            <li key={column}>
              {Array.isArray(event[column]) ? (
                <ul className={classes.several}>
                  {event[column].map((one) => (
                    <li key={one}>
                      <Leaf name={titles(column).title} column={column} value={one} type={event.type} {...actions} />
                    </li>
                  ))}
                </ul>
              ) : (
                <Leaf
                  name={titles(column).title}
                  column={column}
                  value={event[column]}
                  type={event.type}
                  {...actions}
                />
              )}
            </li>
          ))}
      </ul>
      <h3>{t('panel.neighbours')}</h3>
      <Neighbours detail={detail} onOpen={onOpen} />
    </>
  );
}

/** One event in full: what it says as a tree, the facts of its moment, its schema, and what came before and after it in its case. */
export function EventPanel({ place, onOpen, onClose, ...actions }: PanelProps) {
  const { t } = useTranslation(['events', 'common']);
  const query = useQuery(eventQueries.detail(place));
  const event = query.data?.event;
  return (
    <section className={classes.panel} aria-label={t('panel.label')} data-event={event && placeOf(event)}>
      <button type="button" className={classes.back} onClick={onClose}>
        <IconArrowLeft size={17} aria-hidden /> {t('panel.back')}
      </button>
      <span className={classes.close}>
        <IconButton label={t('common:form.close')} icon={<IconX size={17} aria-hidden />} onClick={onClose} />
      </span>
      {query.error !== null && query.data === undefined && (
        <Failure compact error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Loading rows={9} />}
      {query.data !== undefined && (
        <Detail
          detail={query.data}
          onOpen={(one) => onOpen([...place.split('/').slice(0, 2), one.sequence].join('/'))}
          {...actions}
        />
      )}
    </section>
  );
}
