import type { CaseView, InboxLine } from '#contracts/case';
import { legalForms, referralStates } from '#contracts/case/codes';
import { professions } from '#contracts/kernel/codes';
import { isHelping } from '#domain/case';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQueries } from '../queries.js';
import { ActionList } from '../actions/action-list.js';
import { actionsFor } from '../actions/catalogue.js';
import { useAction, useConfirmation } from '../actions/use-action.js';
import { ApiProblem } from '../../../client/problem.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { DeadlineBadge } from '../parts/deadline-badge.js';
import { useNames } from '../../../shared/directory.js';
import { IconArrowLeft, IconChevronRight } from '../../../shared/icons.js';
import { useKeysFor } from '../../../shared/keys-ahead.js';
import { useLabels } from '../../../shared/labels.js';
import { Failure, Loading } from '../../../shared/states.js';
import { OvertakenNote } from '../../../shared/overtaken.js';
import { say } from '../../../shared/toast.js';
import { lineId } from './calm-lines.js';
import { type Deed, DeedNotice, movesOn } from './deed-notice.js';
import classes from './line-panel.module.css';
import { useOtherwise } from './otherwise.js';
import { useAskedService, useRepresented, useStanding } from './standing.js';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function useHelping(view: CaseView, line: InboxLine): readonly string[] {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const names = useNames();
  return view.referrals
    .filter((one) => isHelping(one) && one.referralId !== line.referralId)
    .map((one) =>
      t('panel.helpingOne', {
        profession: labels.of(professions, one.to.profession),
        organisation: names.organisation(one.to.organisationId),
        state: labels.of(referralStates, one.state),
      }),
    );
}

function Facts({ view, line }: { readonly view: CaseView; readonly line: InboxLine }) {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const helping = useHelping(view, line);
  const referral = view.referrals.find((one) => one.referralId === line.referralId);
  const message = view.notes.find((note) => note.noteId === referral?.messageNoteId);
  const { facts, consent } = view;
  const asked = useAskedService()(line);
  const represented = useRepresented()(line);
  return (
    <dl className={classes.facts}>
      {represented !== undefined && <Fact name={t('panel.inNameOf')}>{represented}</Fact>}
      {asked !== null && <Fact name={t('panel.asked')}>{asked}</Fact>}
      <Fact name={t('panel.difficulties')}>
        <Difficulties facts={facts} />
      </Fact>
      <Fact name={t('panel.helping')}>
        {helping.length === 0 ? t('panel.helpingNobody') : helping.map((one) => <div key={one}>{one}</div>)}
      </Fact>
      <Fact name={t('panel.language')}>{facts.languages.map((one) => labels.caseLanguage(one)).join(', ')}</Fact>
      {facts.legalForm !== 'unknown' && <Fact name={t('panel.form')}>{labels.of(legalForms, facts.legalForm)}</Fact>}
      <Fact name={t('panel.consent')}>
        {consent === null
          ? t('panel.consentNone')
          : consent.professions.map((one) => labels.of(professions, one)).join(', ')}
      </Fact>
      {message !== undefined && (
        <Fact name={t('panel.message')}>
          <q className={classes.quote}>{message.text}</q>
        </Fact>
      )}
    </dl>
  );
}

/** Says what became of a line that somebody else handled, or the clock. */
function Became({ line, view }: { readonly line: InboxLine; readonly view: CaseView | undefined }) {
  const { t } = useTranslation('inbox');
  const standing = useStanding();
  // Who sees the case no more still has the line, in the drawer of what is over.
  const done = useInfiniteQuery({ ...caseQueries.inbox({ bucket: 'done' }), enabled: view === undefined });
  const lines = done.data?.pages.flatMap((page) => page.lines) ?? [];
  const over = lines.find((one) => one.caseId === line.caseId && one.key === line.key);
  const labels = useLabels();
  const referral = view?.referrals.find((one) => one.referralId === line.referralId);
  const state = referral === undefined || line.state === null ? null : labels.of(referralStates, referral.state);
  const became = state ?? (over === undefined ? null : standing(over));
  return <OvertakenNote>{became === null ? t('became.other') : t('became.state', { state: became })}</OvertakenNote>;
}

type LinePanelProps = {
  readonly line: InboxLine;
  /** The line is no longer in its drawer: it can be read, not acted upon. */
  readonly gone: boolean;
  /** What the person has just done with it; they stay until they go on. */
  readonly deed: Deed | undefined;
  /** The line to go on to. */
  readonly next: InboxLine | undefined;
  readonly onBack: () => void;
  readonly onNext: () => void;
  /** After an action that moves the line. */
  readonly onDone: (deed: Deed) => void;
};

/** A line told: who needs what, who helps already, what one can do, and what happens otherwise. */
export function LinePanel({ line, gone, deed, next, onBack, onNext, onDone }: LinePanelProps) {
  const { t } = useTranslation('inbox');
  const otherwise = useOtherwise();
  const confirmation = useConfirmation();
  const answer = useQuery({ ...caseQueries.case(line.caseId), enabled: line.visible && deed === undefined });
  const view = deed?.after ?? answer.data;
  const error = deed === undefined ? answer.error : null;
  const isLost = error instanceof ApiProblem && error.status === 404;
  const buttons = useRef<HTMLDivElement>(null);
  const control = useAction(line.caseId, view, {
    lost: isLost,
    onDone: (action, after) => {
      const moves = movesOn(line, action, after);
      if (moves) {
        onDone({ action, after, height: buttons.current?.offsetHeight ?? deed?.height ?? 0 });
      }
      // What was undone may be as it was so soon that nobody has read the panel.
      if (!moves || action.type === 'undo-answer') {
        say(confirmation(action, after));
      }
    },
  });
  const isOwn = /:(receiver|lead)$/.test(line.key);
  const isOfCase = line.state === null;
  const actions = view === undefined || gone ? [] : actionsFor(view, isOfCase ? null : line.referralId);
  useKeysFor(lineId(line), view !== undefined || error !== null || gone || !line.visible);
  const late = gone || deed !== undefined ? null : otherwise(line);
  return (
    <section className={classes.panel} aria-label={t('panel.label', { code: line.code })} data-lands>
      <button type="button" className={classes.back} onClick={onBack}>
        <IconArrowLeft size={18} aria-hidden /> {t('panel.back')}
      </button>
      <div className={classes.head}>
        <h2 className={classes.code}>
          {line.visible ? (
            <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
              {line.code}
            </Link>
          ) : (
            line.code
          )}
        </h2>
        {line.deadline !== null && !gone && deed === undefined && <DeadlineBadge deadline={line.deadline} />}
      </div>
      <p className={classes.story}>
        <CaseSentence facts={line.facts} from={line.from} to={line.to} nameTarget={!isOwn} />
      </p>
      {!line.visible && <p className={classes.late}>{t('panel.invisible')}</p>}
      {(gone || isLost) && deed === undefined && <Became line={line} view={isLost ? undefined : view} />}
      {error !== null && !gone && !isLost && <Failure error={error} retry={() => void answer.refetch()} compact />}
      {view === undefined && line.visible && error === null && <Loading rows={4} />}
      {view !== undefined && !isLost && (
        <>
          <Facts view={view} line={line} />
          {deed === undefined ? (
            <div ref={buttons}>
              <ActionList actions={actions} view={view} control={control} />
            </div>
          ) : (
            <DeedNotice code={line.code} deed={deed} next={next} control={control} onNext={onNext} />
          )}
        </>
      )}
      {control.dialog}
      {late !== null && <p className={classes.late}>{late}</p>}
      {line.visible && (
        <Link to="/cases/$caseId" params={{ caseId: line.caseId }} className={classes.open}>
          {t('panel.open')} <IconChevronRight size={15} aria-hidden />
        </Link>
      )}
    </section>
  );
}
