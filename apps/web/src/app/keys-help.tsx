import { lazy, Suspense } from 'react';

const KeysDialog = lazy(() => import('./keys-dialog.js'));

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
