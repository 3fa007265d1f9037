import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventsSearch } from './route.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
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
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const keeping = useMutation({
    mutationFn: () =>
      keepView(view?.savedId, { name: name.trim(), shared, content: view?.content ?? contentOf(search) }),
    onSuccess: async (kept) => {
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
      disabled={name.trim() === ''}
      error={keeping.error}
    >
      <TextInput
        required
        data-autofocus
        label={t('views.name')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={t('views.shared')}
        description={t('views.sharedText')}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
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
