import type { CaseView } from '#contracts/case';
import { caseOutcomes } from '#contracts/case/codes';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../client/problem.js';
import { caseQueries } from '../queries.js';
import type { ActionControl } from '../actions/use-action.js';
import { useAction } from '../actions/use-action.js';
import { useNames } from '../../../shared/directory.js';
import { IconPrinter } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card, Page } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { CaseStatusBadge } from '../../../shared/status.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats, useNow } from '../../../shared/time.js';
import { useMedia } from '../../../shared/use-media.js';
import classes from './case-page.module.css';
import { DoNow } from './do-now.js';
import { FactsCard } from './facts-card.js';
import { LanesCard } from './lanes/lanes-card.js';
import { NextSteps } from './next-step.js';
import { Privacy } from './privacy-card.js';
import { TimelineCard } from './timeline/timeline-card.js';
import { useTimeline } from './timeline/use-timeline.js';

function Beside({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const now = useNow();
  const offeredTo = view.referrals.find((one) => one.referralId === view.leadOffer?.referralId)?.to;
  const day = (instant: string) => formats.day(new Date(instant), now);
  return (
    <span className={classes.beside}>
      <CaseStatusBadge status={view.status} />
      <span>{view.lead === null ? t('leadCoordinators') : t('lead', { who: names.party(view.lead) })}</span>
      {offeredTo !== undefined && <span>{t('leadOffered', { who: names.party(offeredTo) })}</span>}
      <span>
        {view.closedAt === null || view.outcome === null
          ? t('opened', { day: day(view.openedAt) })
          : t('closedOn', { day: day(view.closedAt), outcome: labels.of(caseOutcomes, view.outcome) })}
      </span>
    </span>
  );
}

/** Right after a case was opened the next step is to ask for help: its dialog opens on its own, once. */
function useSuggestion(view: CaseView, { start }: ActionControl): void {
  const { suggestRefer } = useLocation().state;
  const suggested = useRef(false);
  const refer = view.actions.find((action) => action.type === 'refer');
  useEffect(() => {
    if (suggestRefer === true && refer !== undefined && !suggested.current) {
      suggested.current = true;
      // Past the router, which would render the page anew: only a reload is to find nothing suggested.
      window.history.replaceState({ ...window.history.state, suggestRefer: undefined }, '');
      start(refer);
    }
  }, [suggestRefer, refer, start]);
}

type ToldProps = {
  readonly view: CaseView;
  /** The person may look at it no more; a dialog that is open keeps what was typed. */
  readonly lost: ReactNode;
};

function Told({ view: newest, lost }: ToldProps) {
  const { t } = useTranslation('case-page');
  const { view, loadEarlier } = useTimeline(newest);
  const control = useAction(view.caseId, view, { lost: lost !== null });
  useSuggestion(view, control);
  // Below each other, what one can do comes first: to the eye and in the source, which the Tab key follows.
  const isNarrow = useMedia('(max-width: 980px)');
  if (lost !== null) {
    return (
      <>
        {lost}
        {control.dialog}
      </>
    );
  }
  const story = (
    <div key="story" className={classes.story}>
      <LanesCard view={view} />
      <TimelineCard view={view} loadEarlier={loadEarlier} control={control} />
    </div>
  );
  const side = (
    <Card key="side" className={classes.side}>
      <DoNow view={view} control={control} />
      <NextSteps view={view} />
      <Privacy view={view} control={control} />
      <p className={classes.foot}>
        <TextButton icon={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </TextButton>
      </p>
    </Card>
  );
  return (
    <Page title={view.code} beside={<Beside view={view} />}>
      <FactsCard view={view} control={control} />
      <div className={classes.columns}>{isNarrow ? [side, story] : [story, side]}</div>
      {control.dialog}
    </Page>
  );
}

/** One case, top to bottom: who needs what, who is helping, what one can do now, what happened. */
export function CasePage() {
  const { t } = useTranslation('names');
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId' });
  const { data: view, error, refetch } = useQuery(caseQueries.case(caseId));
  // A service that is no party any more must not go on reading what it saw before.
  const isGone = error instanceof ApiProblem && error.status === 404;
  const page = (content: ReactNode) => <Page title={t('cases')}>{content}</Page>;
  const failure = error !== null && <Failure error={error} retry={() => void refetch()} />;
  if (view !== undefined) {
    return <Told key={view.caseId} view={view} lost={isGone ? page(failure) : null} />;
  }
  return page(failure === false ? <Loading rows={8} /> : failure);
}
