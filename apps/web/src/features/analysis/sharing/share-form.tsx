import type { FigureQuestion, SharedFigure, SharedFigureRequest } from '#contracts/monitoring';
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { DraftNote } from '../../../shared/draft-note.js';
import { Problem } from '../../../shared/form-problem.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { Card } from '../../../shared/page.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import classes from './share.module.css';

/** Gives the figure a remark and an address that is open to all. */
export function ShareForm({ question }: { readonly question: FigureQuestion }) {
  const { t } = useTranslation('sharing');
  const client = useQueryClient();
  const draft = useDraft('shared figure', { remark: '', pinned: false });
  const { remark, pinned } = draft.value;
  const found = useGuard(remark);
  const sharing = useMutation({
    mutationFn: (request: SharedFigureRequest) => api.post<SharedFigure>('/shared-figures', request),
    retry: false,
    onSuccess: () => {
      draft.notice.discard();
      say(t('shared'));
      void client.invalidateQueries({ queryKey: ['shared-figures'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found.length > 0) {
      return;
    }
    sharing.mutate({ question, remark: remark.trim(), pinned });
  };
  return (
    <Card title={t('share')}>
      <form className={classes.form} onSubmit={submit}>
        <DraftNote draft={draft.notice} />
        <NoteField
          line
          optional
          label={t('remark')}
          longest={400}
          hint={t('remarkHint')}
          value={remark}
          onChange={(next) => draft.change({ remark: next })}
          path="remark"
          error={sharing.error}
          sent={sharing.variables?.remark}
        />
        <Checkbox
          label={t('pin')}
          checked={pinned}
          onChange={(event) => draft.change({ pinned: event.target.checked })}
        />
        <Problem error={sharing.error} />
        <Button type="submit" loading={sharing.isPending} disabled={found.length > 0}>
          {t('shareNow')}
        </Button>
      </form>
    </Card>
  );
}
