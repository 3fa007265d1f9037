import type { Inbox } from '#contracts/case';
import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepLines, useHotkeys } from '../../../shared/hotkeys.js';
import { useGoing } from '../../../shared/keys-ahead.js';
import { IconArrowUp } from '../../../shared/icons.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import classes from './board.module.css';
import type { ShownLine } from './calm-lines.js';
import { lineId, useCalmLines } from './calm-lines.js';
import type { Deed } from './deed-notice.js';
import { LinePanel } from './line-panel.js';
import { LineTable } from './line-table.js';

type InboxBoardProps = {
  /** What decides which lines belong here: drawer and filters. */
  readonly scope: string;
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Inbox>>;
  /** `lineId` of the line in the panel, from the URL. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly party: 'from' | 'to';
  /** Filters above the list. */
  readonly bar?: ReactNode;
  readonly empty: { readonly title: string; readonly text?: string | undefined };
};

function useMoving(current: ShownLine | undefined, onSelect: (id: string) => void): () => void {
  const navigate = useNavigate();
  const move = (step: number) => {
    const next = stepLines(step);
    if (next !== undefined) {
      onSelect(next);
    }
  };
  const open = () => {
    if (current?.line.visible === true) {
      void navigate({ to: '/cases/$caseId', params: { caseId: current.line.caseId } });
    }
  };
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    o: open,
  });
  return open;
}

/** The line that comes after the one in the panel and is still to be handled; at the end of the list the first such. */
function nextAfter(lines: readonly ShownLine[], currentId: string | undefined): ShownLine | undefined {
  const at = lines.findIndex((shown) => lineId(shown.line) === currentId);
  const others = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))];
  return others.find((shown) => !shown.gone);
}

/** What was undone is told until the list has the line again. */
function isBack(did: Deed, shown: ShownLine): boolean {
  return did.action.type === 'undo-answer' && !shown.gone;
}

/** A drawer: the list at the left, the chosen line told at the right; at phone width one after the other. */
export function InboxBoard(props: InboxBoardProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const { query, selected, onSelect } = props;
  const pages = query.data?.pages;
  const calm = useCalmLines(props.scope, query);
  const chosen = calm.lines.find((shown) => lineId(shown.line) === selected);
  const [pinned, setPinned] = useState<string>();
  // What is read stays, also when somebody else handles it; what was handled before is no greeting.
  const current =
    chosen ?? calm.lines.find((shown) => lineId(shown.line) === pinned) ?? calm.lines.find((shown) => !shown.gone);
  const currentId = current === undefined ? undefined : lineId(current.line);
  if (currentId !== undefined && currentId !== pinned) {
    setPinned(currentId);
  }
  const [deed, setDeed] = useState<{ readonly id: string; readonly did: Deed } | null>(null);
  if (deed !== null && current !== undefined && deed.id === currentId && isBack(deed.did, current)) {
    setDeed(null);
  }
  const going = useGoing();
  /** Only the person leaves what they have done. */
  const goOn = (id: string | undefined) => {
    going(id);
    if (deed !== null && id !== deed.id) {
      calm.release(deed.id);
      setDeed(null);
      setPinned(id);
    }
    onSelect(id);
  };
  const open = useMoving(current, goOn);
  const next = nextAfter(calm.lines, currentId);

  return (
    <div className={classes.board} data-reading={chosen !== undefined}>
      <div className={classes.list}>
        {props.bar !== undefined && (
          <div className={classes.bar}>
            {props.bar}
            <span className={classes.sorted}>{t('sorted')}</span>
          </div>
        )}
        <div aria-live="polite">
          {calm.fresh > 0 && (
            <button type="button" className={classes.fresh} onClick={calm.refresh}>
              <IconArrowUp size={17} aria-hidden /> {t('new', { count: calm.fresh })}
            </button>
          )}
        </div>
        {query.error !== null && pages === undefined && (
          <Failure error={query.error} retry={() => void query.refetch()} />
        )}
        {pages === undefined && query.error === null && <Loading rows={6} />}
        {pages !== undefined && calm.lines.length === 0 && <Empty {...props.empty} />}
        {calm.lines.length > 0 && (
          <LineTable
            label={props.label}
            lines={calm.lines}
            selected={currentId}
            done={deed?.id}
            onSelect={goOn}
            onOpen={open}
            party={props.party}
          />
        )}
        {query.hasNextPage && (
          <div className={classes.more}>
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('common:form.more')}
            </Button>
          </div>
        )}
      </div>
      <div className={classes.aside}>
        {current === undefined ? (
          pages !== undefined && (
            <div className={classes.nothing}>
              <Empty title={t('panel.choose')} text={t('panel.chooseText')} />
            </div>
          )
        ) : (
          <LinePanel
            key={currentId}
            line={current.line}
            gone={current.gone}
            deed={deed?.id === currentId ? deed?.did : undefined}
            next={next?.line}
            onBack={() => goOn(undefined)}
            onNext={() => goOn(next === undefined ? undefined : lineId(next.line))}
            onDone={(did) => setDeed({ id: lineId(current.line), did })}
          />
        )}
      </div>
    </div>
  );
}
