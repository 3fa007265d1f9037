import type { CaseRequestInput, CaseView } from '#contracts/case';
import { mostServices } from '#contracts/case/codes';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftPlaceOf } from '../actions/dialog-props.js';
import { useCaseCommand, useHeldOf } from '../commands.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { Dialog } from '../../../shared/dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useOvertaken } from '../../../shared/overtaken.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { helpOf, rank } from './matching.js';
import classes from './refer-dialog.module.css';
import type { Plan, ReferMode } from './refer-form.js';
import { ReferForm } from './refer-form.js';
import { ServiceFiltersBar } from './service-filters.js';
import { ServiceOption } from './service-option.js';
import { filtersOf, serviceSearch, suiting } from './service-search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    refer: typeof texts;
  }
}

/** What the refer dialog needs. */
export type ReferDialogProps = {
  readonly case: CaseView;
  readonly mode: ReferMode;
  /** The referral that is handed on. */
  readonly referralId?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** After it was sent, before it closes. */
  readonly onDone?: (after: CaseView) => void;
};

const titles = { refer: 'title.refer', 'hand-on': 'title.handOn', lead: 'title.lead' } as const;

/** What is sent; a service that helps already is asked to lead within its help. */
function requestOf({ case: view, mode, referralId }: ReferDialogProps, plan: Plan): CaseRequestInput {
  const serviceIds = plan.picked.map((service) => service.serviceId);
  const message = plan.message.trim();
  const asked = { serviceIds, mode: plan.mode, ...(message !== '' && { message }) };
  const help = mode === 'lead' ? plan.picked.map((one) => helpOf(view, one))[0] : undefined;
  if (help !== undefined) {
    return { type: 'offer-lead', referralId: help.referralId };
  }
  return mode === 'hand-on' && referralId !== undefined
    ? { type: 'hand-on', referralId, ...asked }
    : { type: 'refer', proposesLead: mode === 'lead', ...asked };
}

function useSending(props: ReferDialogProps) {
  const { case: view, onClose, onDone } = props;
  const { t } = useTranslation('refer');
  const place = placeOf(props);
  const command = useCaseCommand(view.caseId, place);
  const held = useHeldOf(place);
  const send = (plan: Plan) => {
    command.mutate(requestOf(props, plan), {
      onSuccess: (answer) => {
        onDone?.(answer.case);
        say(t('sent', { count: plan.picked.length, name: plan.picked[0]?.organisationName ?? '' }));
        onClose();
      },
    });
  };
  const variables = command.variables;
  const sent = variables !== undefined && 'message' in variables ? variables.message : undefined;
  return { send, sent, held, busy: command.isPending || held !== undefined, error: command.error };
}

/** The same place as that of the action's own dialog. */
function placeOf({ case: view, mode, referralId }: Pick<ReferDialogProps, 'case' | 'mode' | 'referralId'>): string {
  return draftPlaceOf({ view, action: { type: mode, ...(referralId !== undefined && { referralId }) } });
}

function Results({
  view,
  mode,
  referralId,
  plan,
  onChange,
}: {
  readonly view: CaseView;
  readonly mode: ReferMode;
  readonly referralId: string | undefined;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}) {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const [filters, setFilters] = useState(() => filtersOf(view));
  const asked = useDeferredValue(filters);
  const { data, error, isFetching, refetch } = useQuery(serviceSearch(asked));
  // Nobody near by, of this profession: then from further away.
  const further = { ...asked, municipality: '' };
  const mayGoFurther =
    data?.length === 0 && asked.municipality !== '' && asked.municipality === filtersOf(view).municipality;
  const wide = useQuery({ ...serviceSearch(further), enabled: mayGoFurther });
  const found = mayGoFurther ? (wide.data ?? []) : (data ?? []);
  const { services, widened } = suiting(view, asked, found);
  const matches = rank(view, services, { leavingId: referralId, forLead: mode === 'lead' });
  const wider = [...(mayGoFurther && found.length > 0 ? (['municipality'] as const) : []), ...widened];
  const pick = (service: (typeof matches)[number]['service'], on: boolean) => {
    const others = plan.picked.filter((one) => one.serviceId !== service.serviceId);
    const picked = mode === 'lead' ? [service] : [...others, service].slice(0, mostServices);
    onChange({ ...plan, picked: on ? picked : others });
  };
  return (
    <div className={classes.search}>
      <ServiceFiltersBar view={view} filters={filters} onChange={setFilters} />
      <p className={classes.count} role="status">
        {data !== undefined && t('results', { count: matches.length })}
      </p>
      {data !== undefined && matches.length > 0 && wider.length > 0 && (
        <p className={classes.widened} role="status">
          {t('widened.sentence', { list: labels.list(wider.map((one) => t(`widened.${one}`))) })}
        </p>
      )}
      <div className={classes.results} aria-busy={isFetching}>
        {data === undefined && error === null && <Loading rows={6} />}
        {data === undefined && error !== null && <Failure compact error={error} retry={() => void refetch()} />}
        {data !== undefined && matches.length === 0 && (
          <Empty compact title={t('empty.title')} text={t('empty.text')} />
        )}
        <ul>
          {matches.map((match) => (
            <ServiceOption
              key={match.service.serviceId}
              match={match}
              languages={view.facts.languages}
              picked={plan.picked.some((one) => one.serviceId === match.service.serviceId)}
              onPick={(on) => pick(match.service, on)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

function ReferContent(props: ReferDialogProps) {
  const { case: view, mode, referralId } = props;
  const { t } = useTranslation('refer');
  const {
    value: plan,
    change,
    notice,
  } = useDraft<Plan>(placeOf(props), {
    picked: [],
    mode: mode === 'hand-on' ? 'offer' : 'each',
    message: '',
  });
  const sending = useSending(props);
  const isOvertaken = useOvertaken() !== null;
  return (
    <>
      <div className={classes.about}>
        <p>
          <CaseSentence facts={view.facts} />
        </p>
        <Difficulties facts={view.facts} />
      </div>
      {view.consent === null && !isOvertaken ? (
        <Empty title={t('noConsent.title')} text={t('noConsent.text')} />
      ) : (
        <div className={classes.columns}>
          <Results view={view} mode={mode} referralId={referralId} plan={plan} onChange={change} />
          <ReferForm
            view={view}
            dialogMode={mode}
            leavingId={referralId}
            plan={plan}
            onChange={change}
            onSend={() => sending.send(plan)}
            busy={sending.busy}
            held={sending.held}
            draft={notice}
            error={sending.error}
            sent={sending.sent}
          />
        </div>
      )}
    </>
  );
}

/** Finds the services that can help with a case and asks one or several of them. */
export function ReferDialog(props: ReferDialogProps) {
  const { t } = useTranslation('refer');
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      title={t(titles[props.mode], { code: props.case.code })}
      size={1080}
      classNames={{ content: classes.content ?? '', inner: classes.inner ?? '' }}
    >
      <ReferContent {...props} />
    </Dialog>
  );
}
