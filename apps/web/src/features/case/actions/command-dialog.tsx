import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../shared/form-dialog.js';
import type { useDialogCommand } from './dialog-props.js';

type CommandDialogProps = Omit<ComponentProps<typeof FormDialog>, 'opened' | 'title' | 'submit' | 'busy' | 'error'> & {
  /** Where its title and the word on its button stand in the texts. */
  readonly words: 'facts' | 'consent' | 'withdraw' | 'reopen' | 'note' | 'decline' | 'progress' | 'hold';
  readonly command: Pick<ReturnType<typeof useDialogCommand>, 'busy' | 'error'>;
};

/** The frame of a dialog that sends a command. */
export function CommandDialog({ words, command, ...others }: CommandDialogProps) {
  const { t } = useTranslation('actions');
  return (
    <FormDialog
      opened
      title={t(`${words}.title`)}
      submit={t(`${words}.submit`)}
      busy={command.busy}
      error={command.error}
      {...others}
    />
  );
}
