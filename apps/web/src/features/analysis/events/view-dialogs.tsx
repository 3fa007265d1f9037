import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EventsSearch } from './route.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useFindings, useGuard } from '../../../shared/guard.js';
import { MarkedTexts } from '../../../shared/marked-text.js';
import { NoteField } from '../../../shared/note-field.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { keepView, removeView, type SavedView } from './event-queries.js';
import { contentOf } from './views.js';

type NameDialogProps = {
  /** The view that is renamed; undefined keeps the search as a new one. */
  readonly view: SavedView | undefined;
  readonly search: EventsSearch;
  readonly onClose: () => void;
  readonly onKept: (view: SavedView) => void;
};

/** Asks what a view is called, and whether others see it. */
export function NameDialog({ view, search, onClose, onKept }: NameDialogProps) {
  const { t } = useTranslation('events');
  const client = useQueryClient();
  const draft = useDraft(`saved view ${view?.savedId ?? ''}`, {
    name: view?.name ?? '',
    shared: view?.shared ?? false,
  });
  const { name, shared } = draft.value;
  const request = { name: name.trim(), shared, content: view?.content ?? contentOf(search) };
  const named = useGuard(name);
  // Without the name, so that a long query is not read again at every key.
  const found = useFindings('POST /api/v1/analysis/saved', { content: request.content });
  const keeping = useMutation({
    mutationFn: () => keepView(view?.savedId, request),
    onSuccess: async (kept) => {
      draft.forget();
      await client.invalidateQueries({ queryKey: ['analysis', 'saved'] });
      say(t('views.kept', { name: kept.name }));
      onKept(kept);
      onClose();
    },
  });
  return (
    <FormDialog
      opened
      title={t(view === undefined ? 'views.saveTitle' : 'views.editTitle')}
      intro={t('views.intro')}
      submit={t('views.save')}
      onClose={onClose}
      onSubmit={() => keeping.mutate()}
      busy={keeping.isPending}
      disabled={name.trim() === '' || named.length > 0 || found.length > 0}
      error={keeping.error}
      draft={draft.notice}
    >
      <NoteField
        line
        first
        label={t('views.name')}
        longest={120}
        hint={null}
        value={name}
        onChange={(next) => draft.change({ name: next })}
        path="name"
        error={keeping.error}
      />
      <MarkedTexts found={found} />
      <Checkbox
        label={t('views.shared')}
        description={t('views.sharedText')}
        checked={shared}
        onChange={(event) => draft.change({ shared: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}

type RemoveDialogProps = { readonly view: SavedView; readonly onClose: () => void; readonly onGone: () => void };

/** Asks once more before a view is taken away. */
export function RemoveDialog({ view, onClose, onGone }: RemoveDialogProps) {
  const { t } = useTranslation('events');
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeView(view.savedId),
    onSuccess: async () => {
      onGone();
      onClose();
      await client.invalidateQueries({ queryKey: ['analysis', 'saved', 'view'] });
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t('views.removeTitle', { name: view.name })}
      intro={t('views.removeIntro')}
      submit={t('views.remove')}
      onClose={onClose}
      onSubmit={() => removing.mutate()}
      busy={removing.isPending}
      error={removing.error}
    />
  );
}
