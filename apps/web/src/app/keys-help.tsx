import { Suspense } from 'react';
import { later } from '../shared/later.js';

const KeysDialog = later(() => import('./keys-dialog.js'), 'default');

type KeysHelpProps = { readonly opened: boolean; readonly onClose: () => void };

/** The list of keys, fetched when first asked for. */
export function KeysHelp(props: KeysHelpProps) {
  if (!props.opened) {
    return null;
  }
  return (
    <Suspense fallback={null}>
      <KeysDialog {...props} />
    </Suspense>
  );
}
