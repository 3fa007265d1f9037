import type { Withdrawal } from '#contracts/monitoring';
import { withdrawalReasons, type WithdrawalReason } from '#contracts/monitoring/codes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../client/api.js';
import { ChoiceList } from './choice-list.js';
import { FormDialog } from './form-dialog.js';
import { useLabels } from './labels.js';
import { useFormats } from './time.js';
import { useDraft } from './use-draft.js';

/** What can be withdrawn. */
type What = 'pack' | 'remark';

const reasons = Object.keys(withdrawalReasons) as WithdrawalReason[];

/** That something was withdrawn, when and why. */
export function Withdrawn({ what, withdrawal }: { readonly what: What; readonly withdrawal: Withdrawal }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const formats = useFormats();
  const reason = labels.text(withdrawalReasons[withdrawal.reason].label);
  return <span>{t(`withdrawal.said.${what}`, { day: formats.date(new Date(withdrawal.at)), reason })}</span>;
}

type WithdrawDialogProps = {
  readonly what: What;
  /** Address of what is withdrawn. */
  readonly path: string;
  readonly onClose: () => void;
};

/** Asks why something is withdrawn, and says that what it said is gone then for good. */
export function WithdrawDialog({ what, path, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const client = useQueryClient();
  const draft = useDraft(`withdrawal ${path}`, { reason: null as WithdrawalReason | null });
  const { reason } = draft.value;
  const [tried, setTried] = useState(false);
  const withdrawing = useMutation({
    mutationFn: (given: WithdrawalReason) => api.post(`${path}/withdrawal`, { reason: given }),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      onClose();
      await Promise.all([['packs'], ['shared-figures']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  return (
    <FormDialog
      opened
      danger
      title={t(`withdrawal.title.${what}`)}
      intro={t(`withdrawal.intro.${what}`)}
      submit={t('withdrawal.send')}
      busy={withdrawing.isPending}
      error={withdrawing.error}
      draft={draft.notice}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (reason !== null) {
          withdrawing.mutate(reason);
        }
      }}
    >
      <ChoiceList
        legend={t('withdrawal.reason')}
        options={reasons.map((value) => ({ value, label: labels.text(withdrawalReasons[value].label) }))}
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
        error={tried && reason === null ? t('form.required') : undefined}
      />
    </FormDialog>
  );
}
