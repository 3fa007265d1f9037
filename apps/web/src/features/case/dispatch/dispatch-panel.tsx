import type { CaseView, InboxLine } from '#contracts/case';
import { professions } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../../shared/hotkeys.js';
import { useKeysFor } from '../../../shared/keys-ahead.js';
import { caseQueries } from '../queries.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { useNames } from '../../../shared/directory.js';
import { IconArrowBackUp, IconArrowLeft, IconFolderOpen, IconUserOff, IconUserPlus } from '../../../shared/icons.js';
import { Key, usePressed } from '../../../shared/key.js';
import { useLabels } from '../../../shared/labels.js';
import { Overtaken, OvertakenNote } from '../../../shared/overtaken.js';
import { Failure, Loading } from '../../../shared/states.js';
import { laterDialog } from '../../../shared/later.js';
import type { Decision } from './decisions.js';
import { lineId } from '../inbox/calm-lines.js';
import classes from './panel.module.css';
import { ReferralTrail } from './referral-trail.js';
import { whyWaiting } from './waiting.js';
import { WaitingBadge } from './waiting-badge.js';

const ReferDialog = laterDialog(() => import('../refer/refer-dialog.js'), 'ReferDialog');
const DecisionDialog = laterDialog(() => import('./decisions.js'), 'DecisionDialog');

type Opened = Decision | 'refer';
type Choice = { readonly key: string; readonly opens: Opened; readonly icon: ReactNode };

/** Whether a decision is still possible in the case as it is now. */
function isPossible(view: CaseView, line: InboxLine, opened: Opened): boolean {
  const type = opened === 'refer' || opened === 'recall' ? opened : 'resolve-dispatch';
  return view.actions.some(
    (one) => one.type === type && (one.referralId === undefined || one.referralId === line.referralId),
  );
}

function choicesOf(view: CaseView, line: InboxLine): readonly Choice[] {
  const may = (opened: Opened) => isPossible(view, line, opened);
  const size = 18;
  return [
    ...(may('refer') ? [{ key: 'r', opens: 'refer' as const, icon: <IconUserPlus size={size} aria-hidden /> }] : []),
    ...(line.bucket === 'escalated' && may('recall')
      ? [{ key: 'c', opens: 'recall' as const, icon: <IconArrowBackUp size={size} aria-hidden /> }]
      : []),
    ...(may('back-to-lead')
      ? [
          { key: 'b', opens: 'back-to-lead' as const, icon: <IconArrowBackUp size={size} aria-hidden /> },
          { key: 'n', opens: 'nobody-available' as const, icon: <IconUserOff size={size} aria-hidden /> },
        ]
      : []),
  ];
}

type ActionsProps = { readonly view: CaseView; readonly line: InboxLine; readonly gone: boolean };

function Actions({ view, line, gone }: ActionsProps) {
  const { t } = useTranslation('dispatch');
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const choices = gone ? [] : choicesOf(view, line);
  const isOvertaken = opened !== null && (gone || !isPossible(view, line, opened));
  const pressed = usePressed();
  const close = () => setOpened(null);
  useHotkeys({
    ...Object.fromEntries(choices.map((choice) => [choice.key, () => setOpened(choice.opens)])),
    o: () => void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId } }),
  });
  return (
    <div className={classes.actions}>
      {choices.map((choice, index) => (
        <button
          key={choice.opens}
          type="button"
          className={`${classes.action} ${index === 0 ? classes.first : ''}`}
          aria-keyshortcuts={pressed(choice.key)}
          onClick={() => setOpened(choice.opens)}
        >
          {choice.icon}
          <span>{t(`action.${choice.opens}`)}</span>
          <Key onAccent={index === 0}>{choice.key}</Key>
        </button>
      ))}
      <Link to="/cases/$caseId" params={{ caseId: view.caseId }} className={classes.action}>
        <IconFolderOpen size={18} aria-hidden />
        <span>{t('action.open')}</span>
        <Key>o</Key>
      </Link>
      <Suspense>
        <Overtaken value={isOvertaken ? t('overtaken') : null}>
          {opened === 'refer' && <ReferDialog case={view} mode="refer" opened onClose={close} />}
          {opened !== null && opened !== 'refer' && (
            <DecisionDialog view={view} decision={opened} referralId={line.referralId} onClose={close} />
          )}
        </Overtaken>
      </Suspense>
    </div>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('dispatch');
  const labels = useLabels();
  const names = useNames();
  return (
    <dl className={classes.facts}>
      <dt>{t('fact.difficulties')}</dt>
      <dd>
        <Difficulties facts={view.facts} />
      </dd>
      <dt>{t('fact.languages')}</dt>
      <dd>{labels.list(view.facts.languages.map((code) => labels.caseLanguage(code)))}</dd>
      <dt>{t('fact.consent')}</dt>
      <dd>
        {view.consent === null
          ? t('fact.noConsent')
          : labels.list(view.consent.professions.map((code) => labels.of(professions, code)))}
      </dd>
      <dt>{t('fact.lead')}</dt>
      <dd>{view.lead === null ? t('nobodyLeads') : names.target(view.lead)}</dd>
    </dl>
  );
}

type DispatchPanelProps = {
  readonly line: InboxLine;
  /** It waits here no more: it can be read, not decided upon. */
  readonly gone: boolean;
  readonly onBack: () => void;
};

/** One waiting case: how long, why, as a sentence, who was asked already, and what can be decided. */
export function DispatchPanel({ line, gone, onBack }: DispatchPanelProps) {
  const { t } = useTranslation('dispatch');
  const labels = useLabels();
  const names = useNames();
  const { data: view, error, refetch } = useQuery(caseQueries.case(line.caseId));
  useKeysFor(lineId(line), view !== undefined || error !== null);
  const why = whyWaiting(line, view, t, labels, names);
  return (
    <section className={classes.panel} aria-label={t('panel', { code: line.code })} data-lands>
      <button type="button" className={classes.back} onClick={onBack}>
        <IconArrowLeft size={17} aria-hidden /> {t('back')}
      </button>
      <div className={classes.panelHead}>
        <h2>{line.code}</h2>
        <WaitingBadge line={line} />
      </div>
      {gone ? <OvertakenNote>{t('gone')}</OvertakenNote> : why !== null && <p className={classes.why}>{why}</p>}
      <p className={classes.sentence}>
        <CaseSentence facts={line.facts} />
      </p>
      {view === undefined &&
        (error === null ? <Loading rows={6} /> : <Failure compact error={error} retry={() => void refetch()} />)}
      {view !== undefined && (
        <>
          <Facts view={view} />
          <h3 className={classes.heading}>{t('trail.title', { count: view.referrals.length })}</h3>
          <ReferralTrail view={view} />
          <Actions key={view.caseId} view={view} line={line} gone={gone} />
        </>
      )}
    </section>
  );
}
