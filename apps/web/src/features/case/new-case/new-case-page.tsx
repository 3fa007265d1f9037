import type { CommandAnswer, OpenCaseRequest } from '#contracts/case';
import type { Session } from '#contracts/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outbox } from '../../../client/outbox.js';
import { ApiProblem } from '../../../client/problem.js';
import { useHeldOf } from '../commands.js';
import { caseQueries } from '../queries.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { DraftNote, WaitingNote } from '../../../shared/draft-note.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { Card, Page } from '../../../shared/page.js';
import { NoPermission } from '../../../shared/states.js';
import { say } from '../../../shared/toast.js';
import type { Field } from './draft.js';
import { missingIn, neededIn, pathOf, requestOf } from './draft.js';
import { newCasePlace, useNewCase } from './draft-store.js';
import { anchorOf, focusField } from './field.js';
import classes from './new-case.module.css';
import { ConsentSection, ServiceSection, SituationSection, WhoSection } from './sections.js';
import { Summary } from './summary.js';

type Sent = { readonly request: OpenCaseRequest; readonly key: string };

/** True when the server said no: nothing exists under the key. */
function isRefusal(error: Error): boolean {
  return (
    error instanceof ApiProblem &&
    !error.passing &&
    error.status >= 400 &&
    error.status < 500 &&
    error.code !== 'key-reused'
  );
}

function NewCaseForm({ session }: { readonly session: Session }) {
  const { t } = useTranslation('new-case');
  const { t: names } = useTranslation('names');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { draft, notice, change, renewKey } = useNewCase(session);
  const held = useHeldOf(newCasePlace);
  const [tried, setTried] = useState(false);
  const found = useGuard(draft.note);
  const missing = missingIn(draft, session.membership.services.length);
  const opening = useMutation({
    // Timeless: what an opening comes to does not depend on when it arrives.
    mutationFn: ({ request, key }: Sent) =>
      outbox.send<CommandAnswer>({
        path: '/cases',
        body: request,
        key,
        about: names('newCase'),
        draft: newCasePlace,
        attempts: 0,
        timeless: true,
      }),
    retry: false,
    onSuccess: (answer) => {
      client.setQueryData(caseQueries.case(answer.caseId).queryKey, answer.case);
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
      notice.discard();
      say(t('opened', { code: answer.case.code }));
      void navigate({
        to: '/cases/$caseId',
        params: { caseId: answer.caseId },
        state: { suggestRefer: true },
      });
    },
    onError: (error) => {
      if (isRefusal(error)) {
        renewKey();
      }
      if (error instanceof ApiProblem && error.at('note').length > 0) {
        focusField('note');
      }
    },
  });
  const sent = opening.variables?.request;
  const errorOf = (field: Field): string | undefined => {
    if (tried && missing.includes(field)) {
      return t(`required.${neededIn(field)}`);
    }
    const { error } = opening;
    return error instanceof ApiProblem ? error.at(pathOf[field])[0]?.message : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const request = requestOf(draft);
    const [first] = missing;
    if (first !== undefined || request === null) {
      focusField(first ?? 'languages');
    } else if (found.length > 0) {
      focusField('note');
    } else {
      opening.mutate({ request, key: draft.key });
    }
  };
  const section = { draft, change, errorOf };
  return (
    <form className={classes.layout} onSubmit={submit} noValidate>
      <div className={classes.form}>
        <DraftNote draft={notice} />
        {session.membership.services.length > 1 && <ServiceSection {...section} session={session} />}
        <WhoSection {...section} />
        <SituationSection {...section} />
        <ConsentSection {...section} />
        <Card title={t('note.title')}>
          <div id={anchorOf('note')}>
            <NoteField
              label={t('note.label')}
              optional
              value={draft.note}
              onChange={(note) => change({ note })}
              error={opening.error}
              path={pathOf.note}
              sent={sent?.note}
            />
          </div>
        </Card>
      </div>
      <aside className={classes.side} aria-label={t('summary.title')}>
        <Summary
          draft={draft}
          session={session}
          missing={missing}
          error={opening.error}
          busy={opening.isPending || held !== undefined}
          onForget={() => {
            notice.discard();
            setTried(false);
            opening.reset();
          }}
        />
        <WaitingNote held={held} busy={opening.isPending} />
        {opening.error instanceof ApiProblem && opening.error.code === 'key-reused' && (
          <p className={classes.missing}>
            {t('reused')} <Link to="/cases">{names('cases')}</Link>
          </p>
        )}
      </aside>
    </form>
  );
}

/** One calm page to write down a new case. */
export function NewCasePage() {
  const { t } = useTranslation('new-case');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('newCase')} beside={t('intro')}>
      {rooms.newCase(session) ? <NewCaseForm session={session} /> : <NoPermission />}
    </Page>
  );
}
