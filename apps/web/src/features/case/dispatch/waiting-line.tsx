import type { InboxLine } from '#contracts/case';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseQueries } from '../queries.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Chip, Difficulties } from '../../../shared/chips.js';
import { useNames } from '../../../shared/directory.js';
import { IconAlarm, IconCheck } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { useFormats, useNow } from '../../../shared/time.js';
import classes from './dispatch.module.css';
import { whyWaiting } from './waiting.js';
import { WaitingBadge } from './waiting-badge.js';

type WaitingLineProps = {
  readonly line: InboxLine;
  /** What is selected with it. */
  readonly id: string;
  readonly gone: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
};

/** One case that waits for the coordinators: since when, why, and as a sentence. */
export function WaitingLine({ line, id, gone, selected, onSelect }: WaitingLineProps) {
  const { t } = useTranslation('dispatch');
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const now = useNow();
  const { data: view } = useQuery({ ...caseQueries.case(line.caseId), enabled: line.bucket === 'dispatch' && !gone });
  const isOverdue = line.bucket === 'escalated' && line.deadline !== null;
  const why = whyWaiting(line, view, t, labels, names);
  return (
    <li>
      <button
        type="button"
        className={`${classes.line} ${selected ? classes.selected : ''} ${gone ? classes.gone : ''}`}
        aria-current={selected || undefined}
        data-line={id}
        onClick={onSelect}
      >
        <span className={classes.lineHead}>
          <span className={classes.code}>{line.code}</span>
          {gone ? (
            <Chip icon={<IconCheck size={15} aria-hidden />}>{t('line.gone')}</Chip>
          ) : (
            <WaitingBadge line={line} />
          )}
          {line.urgency === 'urgent' && (
            <Chip tone="red" icon={<IconAlarm size={15} aria-hidden />}>
              {t('line.urgent')}
            </Chip>
          )}
        </span>
        <span className={classes.lineWhy}>
          {why}
          {line.told !== undefined && line.told.times > 1 && (
            <span className={classes.quiet}> {t('line.told', { count: line.told.times })}</span>
          )}
          {isOverdue && line.expiresAt !== null && (
            <span className={classes.quiet}>
              {' '}
              {t('line.expires', { when: formats.spokenTime(new Date(line.expiresAt), now) })}
            </span>
          )}
        </span>
        <span className={classes.lineSentence}>
          <CaseSentence facts={line.facts} />
        </span>
        <Difficulties facts={line.facts} most={3} />
      </button>
    </li>
  );
}
