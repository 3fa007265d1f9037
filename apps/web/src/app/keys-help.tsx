import { laterDialog } from '../shared/later.js';

const KeysDialog = laterDialog(() => import('./keys-dialog.js'), 'default');

type KeysHelpProps = { readonly opened: boolean; readonly onClose: () => void };

/** The list of keys, fetched when first asked for. */
export function KeysHelp(props: KeysHelpProps) {
  return props.opened && <KeysDialog {...props} />;
}
