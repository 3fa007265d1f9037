import type { CaseView } from '#contracts/case';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseCommand, useHeldOf } from '../commands.js';
import { CaseSentence } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { rank } from './matching.js';
import classes from './refer-dialog.module.css';
import type { Plan } from './refer-form.js';
import { ReferForm } from './refer-form.js';
import { ServiceFiltersBar } from './service-filters.js';
import { ServiceOption } from './service-option.js';
import { filtersOf, serviceSearch, suits } from './service-search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    refer: typeof texts;
  }
}

/** What the refer dialog needs. */
export type ReferDialogProps = {
  readonly case: CaseView;
  readonly mode: 'refer' | 'hand-on';
  /** The referral that is handed on. */
  readonly referralId?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
};

const mostServices = 8;

function useSending({ case: view, mode, referralId, onClose }: ReferDialogProps) {
  const { t } = useTranslation('refer');
  const place = draftPlaceOf(view, mode, referralId);
  const command = useCaseCommand(view.caseId, place);
  const held = useHeldOf(place);
  const send = (plan: Plan) => {
    const serviceIds = plan.picked.map((service) => service.serviceId);
    const message = plan.message.trim();
    const asked = { serviceIds, mode: plan.mode, ...(message !== '' && { message }) };
    const proposesLead = plan.proposesLead && serviceIds.length === 1;
    command.mutate(
      mode === 'hand-on' && referralId !== undefined
        ? { type: 'hand-on', referralId, ...asked }
        : { type: 'refer', proposesLead, ...asked },
      {
        onSuccess: () => {
          say(t('sent', { count: serviceIds.length, name: plan.picked[0]?.organisationName ?? '' }));
          onClose();
        },
      },
    );
  };
  const variables = command.variables;
  const sent = variables !== undefined && 'message' in variables ? variables.message : undefined;
  return { send, sent, held, busy: command.isPending || held !== undefined, error: command.error };
}

/** The same place as that of the action's own dialog would be. */
function draftPlaceOf({ caseId }: CaseView, mode: ReferDialogProps['mode'], referralId: string | undefined): string {
  return ['case', caseId, referralId === undefined ? mode : `${mode}:${referralId}`].join(' ');
}

function Results({
  view,
  referralId,
  plan,
  onChange,
}: {
  readonly view: CaseView;
  readonly referralId: string | undefined;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}) {
  const { t } = useTranslation('refer');
  const [filters, setFilters] = useState(() => filtersOf(view));
  const asked = useDeferredValue(filters);
  const { data, error, isFetching, refetch } = useQuery(serviceSearch(asked));
  const matches = rank(view, (data ?? []).filter(suits(view, asked)), referralId);
  const pick = (service: (typeof matches)[number]['service'], on: boolean) => {
    const others = plan.picked.filter((one) => one.serviceId !== service.serviceId);
    onChange({ ...plan, picked: on ? [...others, service].slice(0, mostServices) : others });
  };
  return (
    <div className={classes.search}>
      <ServiceFiltersBar view={view} filters={filters} onChange={setFilters} />
      <p className={classes.count} role="status">
        {data !== undefined && t('results', { count: matches.length })}
      </p>
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
  } = useDraft<Plan>(draftPlaceOf(view, mode, referralId), {
    picked: [],
    mode: mode === 'hand-on' ? 'offer' : 'each',
    proposesLead: false,
    message: '',
  });
  const sending = useSending(props);
  return (
    <>
      <div className={classes.about}>
        <p>
          <CaseSentence facts={view.facts} />
        </p>
        <Difficulties facts={view.facts} />
      </div>
      {view.consent === null ? (
        <Empty title={t('noConsent.title')} text={t('noConsent.text')} />
      ) : (
        <div className={classes.columns}>
          <Results view={view} referralId={referralId} plan={plan} onChange={change} />
          <ReferForm
            view={view}
            dialogMode={mode}
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
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t(props.mode === 'hand-on' ? 'title.handOn' : 'title.refer', { code: props.case.code })}
      size={1080}
      classNames={{ content: classes.content ?? '', inner: classes.inner ?? '' }}
      closeButtonProps={{ 'aria-label': common('form.close') }}
    >
      <ReferContent {...props} />
    </Modal>
  );
}
