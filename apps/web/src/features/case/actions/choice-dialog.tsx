import type { CaseRequestInput } from '#contracts/case';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../../shared/choice-list.js';
import { useDraft } from '../../../shared/use-draft.js';
import { CommandDialog } from './command-dialog.js';
import type { ActionDialogProps } from './dialog-props.js';
import { draftPlaceOf, useDialogCommand } from './dialog-props.js';

type Option<Code extends string> = { readonly value: Code; readonly label: string };

type ChoiceDialogProps<Code extends string> = ActionDialogProps & {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly legend: string;
  readonly submit: string;
  readonly options: readonly Option<Code>[];
  readonly request: (chosen: Code) => CaseRequestInput;
};

/** A dialog that asks for one code. */
export function ChoiceDialog<Code extends string>(props: ChoiceDialogProps<Code>) {
  const { t } = useTranslation();
  const draft = useDraft(draftPlaceOf(props), { chosen: null as Code | null });
  const { chosen } = draft.value;
  const [tried, setTried] = useState(false);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      title={props.title}
      {...(props.intro !== undefined && { intro: props.intro })}
      submit={props.submit}
      onSubmit={() => {
        setTried(true);
        if (chosen !== null) {
          command.send(props.request(chosen));
        }
      }}
    >
      <ChoiceList
        legend={props.legend}
        options={props.options}
        value={chosen}
        onChange={(next) => draft.change({ chosen: next })}
        error={tried && chosen === null ? t('form.required') : undefined}
      />
    </CommandDialog>
  );
}
