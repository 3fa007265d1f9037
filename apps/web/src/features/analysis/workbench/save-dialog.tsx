import type { Saved, SavedRequest } from '#contracts/analysis';
import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { workbenchQueries } from '../queries.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useFindings, useGuard } from '../../../shared/guard.js';
import { MarkedTexts } from '../../../shared/marked-text.js';
import { NoteField } from '../../../shared/note-field.js';
import { useDraft } from '../../../shared/use-draft.js';

type SaveDialogProps = {
  readonly content: SavedRequest['content'];
  /** The name that stands in the field first. */
  readonly name: string;
  /** One's own query whose place this takes; undefined saves a new one. */
  readonly replaced: Saved | undefined;
  readonly onClose: () => void;
  readonly onDone: (saved: Saved) => void;
};

/** Saves a query under a name, for oneself or for all analysts; of one's own also renames and shares it. */
export function SaveDialog({ content, name: firstName, replaced, onClose, onDone }: SaveDialogProps) {
  const { t } = useTranslation('workbench');
  const client = useQueryClient();
  const draft = useDraft(`saved query ${replaced?.savedId ?? content.kind}`, {
    name: firstName,
    shared: replaced?.shared ?? false,
  });
  const { name, shared } = draft.value;
  const saving = useMutation({
    mutationFn: (request: SavedRequest) =>
      replaced === undefined
        ? api.post<Saved>('/analysis/saved', request)
        : api.put<Saved>(`/analysis/saved/${replaced.savedId}`, request),
    onSuccess: async (saved) => {
      draft.forget();
      client.setQueryData(workbenchQueries.saved(saved.savedId).queryKey, saved);
      await client.invalidateQueries({ queryKey: workbenchQueries.savedQueries().queryKey });
      onDone(saved);
    },
  });
  const request = { name: name.trim(), shared, content };
  const named = useGuard(name);
  // Without the name, so that a long query is not read again at every key.
  const found = useFindings('POST /api/v1/analysis/saved', { content: request.content });
  return (
    <FormDialog
      opened
      title={t(replaced === undefined ? 'save.title' : 'save.change')}
      intro={t('save.intro')}
      submit={t('save.send')}
      busy={saving.isPending}
      disabled={name.trim() === '' || named.length > 0 || found.length > 0}
      error={saving.error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() => saving.mutate(request)}
    >
      <NoteField
        line
        first
        label={t('save.name')}
        longest={120}
        hint={null}
        value={name}
        onChange={(next) => draft.change({ name: next })}
        path="name"
        error={saving.error}
        sent={saving.variables?.name}
      />
      <MarkedTexts found={found} />
      <Checkbox
        label={t('save.shared')}
        checked={shared}
        onChange={(event) => draft.change({ shared: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
