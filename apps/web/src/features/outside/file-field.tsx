import type { SeriesReading } from '#contracts/outside';
import { seriesFlags, seriesLimits } from '#contracts/outside/codes';
import { Button, NativeSelect } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problem.js';
import { IconCircleCheck, IconUpload } from '../../shared/icons.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import { RowErrors } from '../../shared/row-errors.js';
import { useLabels } from '../../shared/labels.js';
import { TextButton } from '../../shared/text-button.js';
import classes from './outside.module.css';
import { Filters, Preview, Questions } from './questions.js';
import type { Wishes } from './upload.js';
import { fileErrorOf } from './upload.js';
import { useWords } from './words.js';

function Errors({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useTranslation('outside');
  const words = {
    title: t('errors.title'),
    row: t('errors.row'),
    column: t('errors.column'),
    wrong: t('errors.wrong'),
    noColumn: '–',
  };
  return <RowErrors errors={problem.objections.map(fileErrorOf)} words={words} />;
}

function Found({ reading }: { readonly reading: SeriesReading }) {
  const { t } = useTranslation('outside');
  const words = useWords();
  const labels = useLabels();
  const { first, last, grain } = reading;
  if (first === null || last === null || grain === null) {
    return null;
  }
  return (
    <div className={classes.found} role="status">
      <IconCircleCheck size={18} aria-hidden />
      <div>
        <strong>{t('found.points', { count: reading.points, format: t(`found.format.${reading.format}`) })}</strong>
        <p>
          {t(`found.grain.${grain}`, { first: words.period(first), last: words.period(last) })}{' '}
          {reading.places.length > 0 && t('found.places', { count: reading.places.length })}{' '}
          {reading.wholeRegion && t('found.region')}
        </p>
        {reading.leftOut > 0 && <p>{t('found.leftOut', { count: reading.leftOut })}</p>}
        {reading.withoutValue > 0 && <p>{t('found.withoutValue', { count: reading.withoutValue })}</p>}
        {reading.summed > 0 && <p>{t('found.summed', { count: reading.summed })}</p>}
        {reading.partial > 0 && <p>{t('found.partial', { count: reading.partial })}</p>}
        {reading.flags.length > 0 && (
          <p>
            {t('found.flags', {
              list: reading.flags
                .map(({ flag, count }) => `${labels.text(seriesFlags[flag].label)} (${count})`)
                .join(', '),
            })}
          </p>
        )}
        {reading.fixed.length > 0 && (
          <p>{t('found.fixed', { list: reading.fixed.map((one) => `${one.dimension} = ${one.code}`).join(', ') })}</p>
        )}
      </div>
    </div>
  );
}

/** The first values that would be stored, to look at before they are. */
function Sample({ points }: { readonly points: SeriesReading['sample'] }) {
  const { t } = useTranslation('outside');
  const words = useWords();
  const labels = useLabels();
  if (points.length === 0) {
    return null;
  }
  return (
    <ReadingTable label={t('found.sample')} caption={t('found.sample')}>
      <thead>
        <tr>
          <th scope="col">{t('table.period')}</th>
          <th scope="col">{t('found.place')}</th>
          <th scope="col" className={numberCell}>
            {t('found.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ period, municipality, value }) => (
          <tr key={`${period} ${municipality ?? ''}`}>
            <td>{words.period(period)}</td>
            <td>{municipality === null ? t('region') : labels.municipality(municipality)}</td>
            <td className={numberCell}>{words.exact(value)}</td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}

type FileFieldProps = {
  readonly file: File | null;
  readonly reading: SeriesReading | undefined;
  readonly error: Error | null;
  readonly wishes: Wishes;
  readonly onFile: (file: File) => void;
  readonly onWishes: (wishes: Wishes) => void;
};

/** A file of statistics with what is in it, what is to be chosen of it, or what is wrong with it row by row. */
export function FileField({ file, reading, error, wishes, onFile, onWishes }: FileFieldProps) {
  const { t } = useTranslation('outside');
  const { t: common } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { choices, answers } = wishes;
  const onChoices = (next: Wishes['choices']) => onWishes({ ...wishes, choices: next });
  const isAnswered = Object.values(answers).length + Object.values(choices).length > 0;
  return (
    <div className={classes.fileField} data-faulty={file === null || undefined}>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.json,.zip,.xlsx,text/csv,application/json,application/zip"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('file.choose')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) {
            onFile(chosen);
          }
          event.target.value = '';
        }}
      />
      <div className={classes.fileLine}>
        <Button
          variant="default"
          type="button"
          data-autofocus
          leftSection={<IconUpload size={17} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('file.choose')}
        </Button>
        <span className={classes.fileName}>
          {file === null ? t('file.formats', { megabytes: seriesLimits.megabytes }) : file.name}
        </span>
      </div>
      {reading?.choices.map(({ dimension, codes }) => (
        <NativeSelect
          key={dimension}
          label={t('file.dimension', { dimension })}
          value={choices[dimension] ?? ''}
          onChange={(event) => onChoices({ ...choices, [dimension]: event.currentTarget.value })}
          data={[
            { value: '', label: common('form.choose') },
            ...codes.map(({ code, label }) => ({ value: code, label: code === label ? code : `${label} (${code})` })),
          ]}
        />
      ))}
      {reading !== undefined && (
        <>
          <Preview rows={reading.preview} />
          <Questions
            questions={reading.questions}
            answers={answers}
            onAnswers={(next) => onWishes({ ...wishes, answers: next })}
          />
          <Filters filters={reading.filters} choices={choices} onChoices={onChoices} />
        </>
      )}
      {file !== null && error !== null && isAnswered && (
        <TextButton onClick={() => onWishes({ choices: {}, answers: {} })}>{t('file.again')}</TextButton>
      )}
      {reading !== undefined && (
        <>
          <Found reading={reading} />
          <Sample points={reading.sample} />
        </>
      )}
      {error !== null && (
        <p className={classes.refused} role="alert">
          {error.message}
        </p>
      )}
      {error instanceof ApiProblem && error.objections.length > 0 && <Errors problem={error} />}
    </div>
  );
}
