import type { Language } from '#contracts/kernel/codes';
import { languages } from '#contracts/kernel/codes';
import type { Series, SeriesRequest } from '#contracts/outside';
import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problem.js';
import { WaitingNote } from '../../shared/draft-note.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { useFindings } from '../../shared/guard.js';
import { NoteField } from '../../shared/note-field.js';
import { civilDate } from '../../shared/time.js';
import { say } from '../../shared/toast.js';
import { useDraft } from '../../shared/use-draft.js';
import { useChosenFile } from './chosen-file.js';
import { FileField } from './file-field.js';
import classes from './outside.module.css';
import type { Wishes } from './upload.js';
import { idOf, importSeries, lookAt, wishesOf } from './upload.js';

type Draft = Omit<SeriesRequest, 'sourceUrl'> & { readonly sourceUrl: string };

const noWords = { fr: '', nl: '', en: '' };
const noWishes: Wishes = { choices: {}, answers: {} };

function draftOf(replaced: Series | undefined): Draft {
  return {
    seriesId: replaced?.seriesId ?? '',
    title: replaced?.title ?? noWords,
    unit: replaced?.unit ?? noWords,
    source: replaced?.source ?? '',
    sourceUrl: replaced?.sourceUrl ?? '',
    licence: replaced?.licence ?? '',
    publishedOn: replaced?.publishedOn ?? civilDate(new Date()),
    adds: replaced?.adds ?? true,
    counts: replaced?.counts ?? null,
  };
}

function requestOf(draft: Draft): SeriesRequest {
  const sourceUrl = draft.sourceUrl.trim();
  return {
    ...draft,
    seriesId: draft.seriesId === '' ? idOf(draft.title.fr) : draft.seriesId,
    sourceUrl: sourceUrl === '' ? null : sourceUrl,
  };
}

/** True when every needed text is there; what the texts must look like the server says. */
function isFilled({ title, unit, source, licence, publishedOn }: Draft): boolean {
  const texts = [...languages.flatMap((language) => [title[language], unit[language]]), source, licence, publishedOn];
  return texts.every((text) => text.trim() !== '');
}

type WordsFieldProps = {
  readonly field: 'title' | 'unit';
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly error: Error | null;
};

function WordsFields({ field, draft, change, error }: WordsFieldProps) {
  const { t } = useTranslation('outside');
  const set = (language: Language, text: string) => change({ [field]: { ...draft[field], [language]: text } });
  return (
    <div className={classes.three}>
      {languages.map((language) => (
        <NoteField
          key={language}
          line
          lang={language}
          label={t(`field.${field}`, { language: language.toUpperCase() })}
          value={draft[field][language]}
          longest={200}
          hint={null}
          onChange={(text) => set(language, text)}
          path={`series.${field}.${language}`}
          error={error}
        />
      ))}
    </div>
  );
}

type ImportDialogProps = {
  /** The series whose place the file takes; a new one when undefined. */
  readonly replaced: Series | undefined;
  readonly onClose: () => void;
  readonly onDone: (series: Series) => void;
};

/** Import of a public series: what it is, the file, and what is found in it before anything is stored. */
export function ImportDialog({ replaced, onClose, onDone }: ImportDialogProps) {
  const { t } = useTranslation('outside');
  const client = useQueryClient();
  const place = `series ${replaced?.seriesId ?? ''}`;
  const { value: draft, change, notice, forget } = useDraft(place, () => draftOf(replaced));
  // The next file of its kind is read as the one before, until somebody says otherwise.
  const usual = replaced === undefined ? noWishes : wishesOf(replaced.recipe);
  const chosen = useChosenFile(place, usual);
  const { file, wishes, turn } = chosen;
  const looking = useQuery({
    queryKey: ['outside', 'reading', turn, wishes],
    queryFn: () => (file === null ? Promise.reject(new Error('no file')) : lookAt(file, wishes)),
    enabled: file !== null,
    staleTime: Infinity,
    placeholderData: (before, query) => (query?.queryKey[2] === turn ? before : undefined),
  });
  const importing = useMutation({
    mutationFn: (sent: File) => importSeries(requestOf(draft), sent, wishes),
    onSuccess: async (series) => {
      forget();
      chosen.forget();
      await client.invalidateQueries({ queryKey: ['outside'] });
      say(t('done', { count: series.points }));
      onDone(series);
    },
  });
  const found = useFindings('POST /api/v1/outside/series', { series: requestOf(draft) });
  const reading = looking.isError ? undefined : looking.data;
  const refused = importing.error instanceof ApiProblem && importing.error.code === 'series-refused';
  const isReady = file !== null && reading !== undefined && reading.points > 0 && !looking.isFetching;
  const text = (field: 'source' | 'sourceUrl' | 'licence') => ({
    line: true,
    label: t(`field.${field}`),
    value: draft[field],
    guard: 'refused-but-address' as const,
    hint: null,
    onChange: (next: string) => change({ [field]: next }),
    path: `series.${field}`,
    error: importing.error,
  });
  return (
    <FormDialog
      opened
      size={820}
      title={t(replaced === undefined ? 'import.new' : 'import.replace')}
      intro={t('import.intro')}
      submit={t('import.send')}
      busy={importing.isPending}
      disabled={!isReady || !isFilled(draft) || found.length > 0}
      error={refused ? null : importing.error}
      draft={{
        restored: notice.restored || chosen.restored,
        discard: () => {
          notice.discard();
          chosen.forget();
        },
      }}
      onClose={onClose}
      onSubmit={() => file !== null && importing.mutate(file)}
    >
      <FileField
        file={file}
        reading={reading}
        error={looking.error ?? (refused ? importing.error : null)}
        wishes={wishes}
        onWishes={chosen.read}
        onFile={(next) => {
          chosen.choose(next);
          importing.reset();
        }}
      />
      <WaitingNote held={undefined} busy={looking.fetchStatus !== 'idle'} />
      <WordsFields field="title" draft={draft} change={change} error={importing.error} />
      <WordsFields field="unit" draft={draft} change={change} error={importing.error} />
      <div className={classes.three}>
        <NoteField longest={200} {...text('source')} />
        <NoteField optional longest={500} {...text('sourceUrl')} />
        <NoteField longest={200} {...text('licence')} />
        <TextInput
          required
          type="date"
          label={t('field.publishedOn')}
          value={draft.publishedOn}
          onChange={(event) => change({ publishedOn: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={
          <>
            {t('field.adds')}
            <span className={classes.hint}>{t('field.addsHint')}</span>
          </>
        }
        checked={draft.adds}
        onChange={(event) => change({ adds: event.currentTarget.checked })}
      />
      <Checkbox
        label={
          <>
            {t('field.counts')}
            <span className={classes.hint}>{t('field.countsHint')}</span>
          </>
        }
        checked={draft.counts === 'businesses'}
        onChange={(event) => change({ counts: event.currentTarget.checked ? 'businesses' : null })}
      />
    </FormDialog>
  );
}
