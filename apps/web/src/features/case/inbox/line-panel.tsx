import type { CaseView, InboxLine } from '#contracts/case';
import { legalForms, referralStates } from '#contracts/case/codes';
import { professions } from '#contracts/kernel/codes';
import { isHelping } from '#domain/case';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQueries } from '../queries.js';
import { ActionList } from '../actions/action-list.js';
import { actionsFor } from '../actions/catalogue.js';
import { useAction } from '../actions/use-action.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { DeadlineBadge } from '../parts/deadline-badge.js';
import { useNames } from '../../../shared/directory.js';
import { IconArrowLeft, IconChevronRight } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Failure, Loading } from '../../../shared/states.js';
import classes from './line-panel.module.css';
import { useOtherwise } from './otherwise.js';

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
  return (
    <dl className={classes.facts}>
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

type LinePanelProps = {
  readonly line: InboxLine;
  /** The line is no longer in its drawer: it can be read, not acted upon. */
  readonly gone: boolean;
  /** Between the facts and the buttons: what a drawer has of its own. */
  readonly children?: (view: CaseView) => ReactNode;
  readonly onBack: () => void;
  /** After an action of the person. */
  readonly onDone: () => void;
};

/** A line told: who needs what, who helps already, what one can do, and what happens otherwise. */
export function LinePanel({ line, gone, children, onBack, onDone }: LinePanelProps) {
  const { t } = useTranslation('inbox');
  const otherwise = useOtherwise();
  const { data: view, error, refetch } = useQuery({ ...caseQueries.case(line.caseId), enabled: line.visible });
  const control = useAction(line.caseId, view, onDone);
  const isOwn = line.key.endsWith(':receiver');
  const isOfCase = line.state === null;
  const actions = view === undefined || gone ? [] : actionsFor(view, isOfCase ? null : line.referralId);
  const late = otherwise(line);
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
        {line.deadline !== null && <DeadlineBadge deadline={line.deadline} />}
      </div>
      <p className={classes.story}>
        <CaseSentence facts={line.facts} from={line.from} to={line.to} nameTarget={!isOwn} />
      </p>
      {!line.visible && <p className={classes.late}>{t('panel.invisible')}</p>}
      {error !== null && <Failure error={error} retry={() => void refetch()} compact />}
      {view === undefined && line.visible && error === null && <Loading rows={4} />}
      {view !== undefined && (
        <>
          <Facts view={view} line={line} />
          {children?.(view)}
          <ActionList actions={actions} view={view} control={control} />
          {control.dialog}
        </>
      )}
      {late !== null && !gone && <p className={classes.late}>{late}</p>}
      {line.visible && (
        <Link to="/cases/$caseId" params={{ caseId: line.caseId }} className={classes.open}>
          {t('panel.open')} <IconChevronRight size={15} aria-hidden />
        </Link>
      )}
    </section>
  );
}
