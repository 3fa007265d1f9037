import type { SeriesReading } from '#contracts/outside';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import { ReadingTable } from '../../shared/reading-table.js';
import { TextButton } from '../../shared/text-button.js';
import classes from './outside.module.css';
import type { Answers, Choices } from './upload.js';

/** The first rows of a table, to say what its columns mean. */
export function Preview({ rows }: { readonly rows: SeriesReading['preview'] }) {
  const { t } = useTranslation('outside');
  const [header = [], ...lines] = rows;
  if (header.length === 0) {
    return null;
  }
  return (
    <ReadingTable bounded label={t('file.preview')} caption={t('file.preview')}>
      <thead>
        <tr>
          {header.map((name, column) => (
            <th key={`${column} ${name}`} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((cells, line) => (
          <tr key={`${line} ${cells.join()}`}>
            {header.map((name, column) => (
              <td key={`${column} ${name}`}>{cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}

type Question = SeriesReading['questions'][number];

type QuestionsProps = {
  readonly questions: SeriesReading['questions'];
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
};

/** What was just chosen, also before it is known to hold; an answer that holds for more than it says stands for the one option. */
function shownOf(options: Question['options'], chosen: string | undefined, answer: string | null): string {
  const isOption = options.some(({ value }) => value === chosen);
  return (isOption ? chosen : answer === null ? undefined : options[0]?.value) ?? '';
}

/** What a file leaves open: each question with its possible answers, and what may be meant. */
export function Questions({ questions, answers, onAnswers }: QuestionsProps) {
  const { t } = useTranslation('outside');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const suggestions = Object.fromEntries(
    questions.flatMap(({ key, suggested, answer }) =>
      suggested === null || answer !== null ? [] : [[key, suggested]],
    ),
  );
  return (
    <>
      {questions.map(({ key, text, options, answer }) => (
        <NativeSelect
          key={key}
          label={labels.text(text)}
          value={shownOf(options, answers[key], answer)}
          onChange={(event) => onAnswers({ ...answers, [key]: event.currentTarget.value })}
          data={[
            { value: '', label: common('form.choose') },
            ...options.map(({ value, label }) => ({ value, label: labels.text(label) })),
          ]}
        />
      ))}
      {Object.keys(suggestions).length > 0 && (
        <TextButton onClick={() => onAnswers({ ...answers, ...suggestions })}>{t('file.suggested')}</TextButton>
      )}
    </>
  );
}

type FiltersProps = {
  readonly filters: SeriesReading['filters'];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
};

/** Classes of which one may be taken alone; without a choice all are counted. */
export function Filters({ filters, choices, onChoices }: FiltersProps) {
  const { t } = useTranslation('outside');
  if (filters.length === 0) {
    return null;
  }
  const chosen = filters.filter(({ dimension }) => (choices[dimension] ?? '') !== '');
  return (
    <details open={chosen.length > 0 || undefined}>
      <summary>{t('file.only')}</summary>
      <div className={classes.three}>
        {filters.map(({ dimension, codes }) => (
          <NativeSelect
            key={dimension}
            label={dimension}
            value={choices[dimension] ?? ''}
            onChange={(event) => onChoices({ ...choices, [dimension]: event.currentTarget.value })}
            data={[
              { value: '', label: t('file.all') },
              ...codes.map(({ code, label }) => ({
                value: code,
                label: code === label ? code : `${label} (${code})`,
              })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}
