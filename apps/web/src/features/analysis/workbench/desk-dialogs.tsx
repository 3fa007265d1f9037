import type { Saved, SavedRequest } from '#contracts/analysis';
import { Suspense } from 'react';
import type { Opened } from './opened.js';
import { laterDialog } from '../../../shared/later.js';

const SaveDialog = laterDialog(() => import('./save-dialog.js'), 'SaveDialog');
const DeleteDialog = laterDialog(() => import('./delete-dialog.js'), 'DeleteDialog');

export type DialogName = 'save' | 'change' | 'delete';

type DeskDialogsProps = {
  readonly dialog: DialogName | null;
  readonly opened: Opened;
  readonly content: SavedRequest['content'];
  readonly onClose: () => void;
  readonly onSaved: (saved: Saved) => void;
  readonly onDeleted: () => void;
};

/** The dialogs around a query that is saved or to be saved. */
export function DeskDialogs({ dialog, opened, content, onClose, onSaved, onDeleted }: DeskDialogsProps) {
  const saved = opened.saved ?? undefined;
  return (
    <Suspense fallback={null}>
      {(dialog === 'save' || dialog === 'change') && (
        <SaveDialog
          content={content}
          name={opened.title ?? ''}
          replaced={dialog === 'change' ? saved : undefined}
          onClose={onClose}
          onDone={onSaved}
        />
      )}
      {dialog === 'delete' && saved !== undefined && (
        <DeleteDialog saved={saved} onClose={onClose} onDone={onDeleted} />
      )}
    </Suspense>
  );
}
