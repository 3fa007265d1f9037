import type { Pack, PackLanguage, PackRequest } from '#contracts/monitoring';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { civilDate } from '../../../shared/time.js';
import { useDraft } from '../../../shared/use-draft.js';

const languages: readonly PackLanguage[] = ['both', 'fr', 'nl', 'en'];
const quarterMilliseconds = 91 * 86_400_000;

type MakePackProps = {
  readonly onClose: () => void;
  /** Day of the newest pack's plenary. */
  readonly lastPlenary: string | undefined;
};

/** Asks for the two dates and the language of a pack, and makes it. */
export function MakePack({ onClose, lastPlenary }: MakePackProps) {
  const { t } = useTranslation('packs');
  const client = useQueryClient();
  const today = civilDate(new Date());
  const draft = useDraft<PackRequest>('pack', () => ({
    since:
      lastPlenary !== undefined && lastPlenary < today
        ? lastPlenary
        : civilDate(new Date(Date.now() - quarterMilliseconds)),
    until: today,
    language: 'both',
  }));
  const { since, until, language } = draft.value;
  const making = useMutation({
    mutationFn: (request: PackRequest) => api.post<Pack>('/packs', request),
    retry: false,
    onSuccess: () => {
      draft.forget();
      void client.invalidateQueries({ queryKey: ['packs'] });
      onClose();
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('make')}
      intro={t('makeIntro')}
      submit={t('makeNow')}
      onSubmit={() => making.mutate({ since, until, language })}
      busy={making.isPending}
      disabled={since === '' || until === '' || since >= until}
      error={making.error}
      draft={draft.notice}
    >
      <TextInput
        type="date"
        label={t('since')}
        value={since}
        max={until}
        onChange={(event) => draft.change({ since: event.target.value })}
      />
      <TextInput
        type="date"
        label={t('until')}
        value={until}
        min={since}
        error={since >= until ? t('order') : undefined}
        onChange={(event) => draft.change({ until: event.target.value })}
      />
      <SegmentedControl
        aria-label={t('column.languages')}
        value={language}
        onChange={(value) => draft.change({ language: value as PackLanguage })}
        data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
    </FormDialog>
  );
}
