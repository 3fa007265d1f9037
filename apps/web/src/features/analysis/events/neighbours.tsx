import type { EventDetail } from '#contracts/analysis';
import { professions } from '#contracts/kernel/codes';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lookOf, useTypeNames } from '../event-words/event-types.js';
import { useMoments } from '../event-words/moments.js';
import { useLabels } from '../../../shared/labels.js';
import classes from './neighbours.module.css';

/** One event of the same case. */
export type Neighbour = EventDetail['neighbours'][number];

type NeighboursProps = { readonly detail: EventDetail; readonly onOpen: (at: Neighbour) => void };

/** What happened before and after in the same case; the event itself is marked and in sight. */
export function Neighbours({ detail, onOpen }: NeighboursProps) {
  const { t } = useTranslation('events');
  const labels = useLabels();
  const moments = useMoments();
  const typeName = useTypeNames();
  const current = useRef<HTMLLIElement>(null);
  const { event, neighbours } = detail;
  useEffect(() => {
    const [item, list] = [current.current, current.current?.parentElement];
    if (item != null && list != null) {
      list.scrollTop = item.offsetTop - list.clientHeight / 2;
    }
  }, [event.sequence]);
  return (
    <ol className={classes.neighbours} aria-label={t('panel.neighbours')} tabIndex={0}>
      {neighbours.map((one) => {
        const { icon: Icon } = lookOf(one.type);
        const isCurrent = one.sequence === event.sequence;
        const profession = Object.entries(professions).find(([code]) => code === one.profession)?.[1];
        return (
          <li key={one.sequence} ref={isCurrent ? current : undefined}>
            <button type="button" aria-current={isCurrent ? 'true' : undefined} onClick={() => onOpen(one)}>
              <span className={classes.rank}>{one.sequence}</span>
              <Icon size={14} />
              <span className={classes.what}>
                {typeName(one.type)}
                {profession !== undefined && <span className={classes.quiet}> · {labels.text(profession.label)}</span>}
              </span>
              <time className={classes.quiet} dateTime={one.time}>
                {moments.exact(new Date(one.time))}
              </time>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
