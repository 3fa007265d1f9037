import type { InboxLine } from '#contracts/case';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Difficulties } from '../../../shared/chips.js';
import { DeadlineBadge } from '../parts/deadline-badge.js';
import { useNames } from '../../../shared/directory.js';
import { useMedia } from '../../../shared/use-media.js';
import type { ShownLine } from './calm-lines.js';
import { lineId } from './calm-lines.js';
import classes from './line-table.module.css';
import { useStanding } from './standing.js';

type LineTableProps = {
  readonly label: string;
  readonly lines: readonly ShownLine[];
  /** `lineId` of the line in the panel. */
  readonly selected: string | undefined;
  /** `lineId` of the line that the person has just handled. */
  readonly done: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Opens the case of the line that is told beside the list. */
  readonly onOpen: () => void;
  /** The other end of the referral that is shown: who asks, or who is asked. */
  readonly party: 'from' | 'to';
};

const difficultiesShown = 3;

type RowProps = Omit<LineTableProps, 'lines' | 'label' | 'selected'> & {
  readonly shown: ShownLine;
  readonly current: boolean;
};

function usePartyName(): (line: InboxLine, party: 'from' | 'to') => string {
  const names = useNames();
  return (line, party) => {
    if (party === 'from') {
      return line.from === null ? '—' : names.organisation(line.from.organisationId);
    }
    return line.to === null ? '—' : names.organisation(line.to.organisationId);
  };
}

function Row({ shown, current, done, onSelect, onOpen, party }: RowProps) {
  const { t } = useTranslation('inbox');
  const standing = useStanding();
  const partyName = usePartyName();
  const { line, gone } = shown;
  const row = useRef<HTMLTableRowElement>(null);
  // There the line is not told beside the list yet.
  const isNarrow = useMedia('(max-width: 760px)');
  const id = lineId(line);
  useEffect(() => {
    if (current) {
      row.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [current]);
  return (
    <tr
      ref={row}
      className={`${classes.row} ${current ? classes.selected : ''} ${gone ? classes.gone : ''}`}
      onClick={() => onSelect(id)}
    >
      <td className={classes.due}>
        {line.deadline === null ? <span className={classes.none}>—</span> : <DeadlineBadge deadline={line.deadline} />}
      </td>
      <td className={classes.codeCell}>
        <Link
          to="/inbox"
          search={(before: object) => ({ ...before, selected: id })}
          replace
          resetScroll={false}
          className={classes.code}
          aria-current={current ? 'true' : undefined}
          data-line={id}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && current && !isNarrow) {
              event.preventDefault();
              onOpen();
            }
          }}
        >
          {line.code}
        </Link>
      </td>
      <td className={classes.wide}>
        <Difficulties facts={line.facts} most={difficultiesShown} />
      </td>
      <td className={`${classes.party} ${classes.wide}`}>{partyName(line, party)}</td>
      <td className={`${classes.standing} ${classes.standingCell} ${classes.wide}`}>
        {done === id ? t('doneByYou') : gone ? t('gone') : standing(line)}
      </td>
    </tr>
  );
}

/** The lines of a drawer, what is due next first. */
export function LineTable({ label, lines, selected, ...rest }: LineTableProps) {
  const { t } = useTranslation('inbox');
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.case')}</th>
          <th scope="col">{t('column.difficulties')}</th>
          <th scope="col">{t(`column.${rest.party}`)}</th>
          <th scope="col" className={classes.standingCell}>
            {t('column.standing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((shown) => (
          <Row key={lineId(shown.line)} shown={shown} current={lineId(shown.line) === selected} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
