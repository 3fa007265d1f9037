import type { ComponentProps } from 'react';
import { FormDialog } from '../../../shared/form-dialog.js';
import type { useDialogCommand } from './dialog-props.js';

type CommandDialogProps = Omit<ComponentProps<typeof FormDialog>, 'opened' | 'busy' | 'error'> & {
  readonly command: Pick<ReturnType<typeof useDialogCommand>, 'busy' | 'error' | 'held'>;
};

/** The frame of a dialog that sends a command: open, busy while it is on its way, and showing why it was refused. */
export function CommandDialog({ command, ...dialog }: CommandDialogProps) {
  return <FormDialog opened busy={command.busy} held={command.held} error={command.error} {...dialog} />;
}
