import type { Pack, PackLanguage, PackRequest } from '#contracts/monitoring';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { civilDate, useFormats } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { defaultPeriod } from './default-period.js';
import classes from './packs-page.module.css';

/** Members read French or Dutch, so a pack has both; one in English is for guests. */
const languages: readonly PackLanguage[] = ['both', 'en'];

type MakePackProps = {
  readonly onClose: () => void;
  /** Day of the newest pack's plenary. */
  readonly lastPlenary: string | undefined;
};

/** Asks for the two dates and the language of a pack, and makes it. */
export function MakePack({ onClose, lastPlenary }: MakePackProps) {
  const { t } = useTranslation('packs');
  const client = useQueryClient();
  const formats = useFormats();
  const dayOf = (date: string) => formats.date(new Date(`${date}T12:00:00Z`));
  const today = civilDate(new Date());
  const first = defaultPeriod(lastPlenary, today);
  const draft = useDraft<PackRequest>('pack', () => ({ since: first.since, until: first.until, language: 'both' }));
  const { since, until, language } = draft.value;
  const making = useMutation({
    mutationFn: (request: PackRequest) => api.post<Pack>('/packs', request),
    retry: false,
    onSuccess: () => {
      say(t('made', { since: dayOf(since), until: dayOf(until) }));
      draft.forget();
      void client.invalidateQueries({ queryKey: ['packs'] });
      onClose();
    },
  });
  const isSound = since !== '' && until !== '' && since < until;
  const preview = `/api/v1/packs/preview?${new URLSearchParams({ since, until, language }).toString()}`;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('make')}
      intro={t('makeIntro')}
      submit={t('makeNow')}
      onSubmit={() => making.mutate({ since, until, language })}
      busy={making.isPending}
      disabled={!isSound}
      error={making.error}
      draft={draft.notice}
    >
      <p className={classes.quiet}>{t(`default.${first.why}`)}</p>
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t(`since.${first.why}`)}
        value={since}
        max={until}
        onChange={(event) => draft.change({ since: event.target.value })}
      />
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t('until')}
        value={until}
        min={since}
        error={since >= until ? t(`order.${first.why}`) : undefined}
        onChange={(event) => draft.change({ until: event.target.value })}
      />
      <SegmentedControl
        aria-label={t('column.languages')}
        value={language}
        onChange={(value) => draft.change({ language: value as PackLanguage })}
        data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      {language === 'en' && <p className={classes.quiet}>{t('onlyEnglish')}</p>}
      {isSound && (
        <a href={preview} className={classes.link} target="_blank" rel="noreferrer">
          {t('preview')}
        </a>
      )}
    </FormDialog>
  );
}
