import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../shared/labels.js';
import type { EventsSearch } from './route.js';
import { IconButton } from '../../../shared/icon-button.js';
import { IconBookmark, IconLink, IconPencil, IconTrash } from '../../../shared/icons.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { say } from '../../../shared/toast.js';
import { laterDialog } from '../../../shared/later.js';
import { eventQueries, keepView, type SavedView } from './event-queries.js';
import { Popup } from './popup.js';
import classes from './saved-views.module.css';
import { contentOf, isChanged, searchOf } from './views.js';

const NameDialog = laterDialog(() => import('./view-dialogs.js'), 'NameDialog');
const RemoveDialog = laterDialog(() => import('./view-dialogs.js'), 'RemoveDialog');

async function copyAddress(view: SavedView, done: string): Promise<void> {
  await navigator.clipboard.writeText(`${location.origin}/analysis/events?view=${view.savedId}`);
  say(done);
}

type ListProps = {
  readonly current: string | undefined;
  readonly onPick: (view: SavedView) => void;
  readonly onEdit: (view: SavedView) => void;
  readonly onRemove: (view: SavedView) => void;
};

function ViewList({ current, onPick, onEdit, onRemove }: ListProps) {
  const { t } = useTranslation('events');
  const nameOf = useNameOf();
  const { data, error, refetch } = useQuery(eventQueries.views());
  if (data === undefined) {
    return error === null ? <Loading rows={3} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return <p className={classes.none}>{t('views.none')}</p>;
  }
  return (
    <ul className={classes.list}>
      {data.map((view) => (
        <li key={view.savedId} data-current={view.savedId === current || undefined}>
          <button type="button" className={classes.pick} onClick={() => onPick(view)}>
            {view.name}
            <span className={classes.whose}>
              {view.own
                ? t(view.shared ? 'views.ownShared' : 'views.own')
                : t('views.by', { name: nameOf(view.ownerName) })}
            </span>
          </button>
          <IconButton
            label={`${t('views.copy')}: ${view.name}`}
            hint={t('views.copy')}
            icon={<IconLink size={15} aria-hidden />}
            onClick={() => void copyAddress(view, t('views.copied'))}
          />
          {view.own && (
            <>
              <IconButton
                label={`${t('views.edit')}: ${view.name}`}
                hint={t('views.edit')}
                icon={<IconPencil size={15} aria-hidden />}
                onClick={() => onEdit(view)}
              />
              <IconButton
                label={`${t('views.remove')}: ${view.name}`}
                hint={t('views.remove')}
                icon={<IconTrash size={15} aria-hidden />}
                onClick={() => onRemove(view)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type SavedViewsProps = {
  readonly search: EventsSearch;
  /** Shows exactly this search. */
  readonly onShow: (search: EventsSearch) => void;
};

/** Saved views: open, keep, rename, share, take away; says when what is shown is no longer what was kept. */
export function SavedViews({ search, onShow }: SavedViewsProps) {
  const { t } = useTranslation('events');
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'new' | { readonly edit: SavedView } | { readonly remove: SavedView }>();
  const view = useQuery({ ...eventQueries.view(search.view ?? ''), enabled: search.view !== undefined }).data;
  const changed = view !== undefined && isChanged(search, view);
  const keeping = useMutation({
    mutationFn: (kept: SavedView) =>
      keepView(kept.savedId, { name: kept.name, shared: kept.shared, content: contentOf(search) }),
    onSuccess: async (kept) => {
      await client.invalidateQueries({ queryKey: ['analysis', 'saved'] });
      say(t('views.kept', { name: kept.name }));
    },
    onError: (error) => say(error.message),
  });
  return (
    <>
      <Popup
        label={<span className={classes.label}>{view?.name ?? t('views.title')}</span>}
        icon={<IconBookmark size={15} aria-hidden />}
        set={view !== undefined}
      >
        {(close) => (
          <>
            <ViewList
              current={search.view}
              onPick={(picked) => {
                onShow(searchOf(picked));
                close();
              }}
              onEdit={(edit) => setDialog({ edit })}
              onRemove={(remove) => setDialog({ remove })}
            />
            <TextButton onClick={() => setDialog('new')}>{t('views.saveAs')}</TextButton>
          </>
        )}
      </Popup>
      {changed && (
        <span className={classes.changed} role="status">
          {t('views.changed')}
          {view.own && <TextButton onClick={() => keeping.mutate(view)}>{t('views.saveChanges')}</TextButton>}
          <TextButton onClick={() => onShow(searchOf(view))}>{t('views.undo')}</TextButton>
        </span>
      )}
      <Suspense fallback={null}>
        {dialog !== undefined && (dialog === 'new' || 'edit' in dialog) && (
          <NameDialog
            view={dialog === 'new' ? undefined : dialog.edit}
            search={search}
            onClose={() => setDialog(undefined)}
            onKept={(kept) => dialog === 'new' && onShow(searchOf(kept))}
          />
        )}
        {dialog !== undefined && dialog !== 'new' && 'remove' in dialog && (
          <RemoveDialog
            view={dialog.remove}
            onClose={() => setDialog(undefined)}
            onGone={() => dialog.remove.savedId === search.view && onShow({ ...search, view: undefined })}
          />
        )}
      </Suspense>
    </>
  );
}
