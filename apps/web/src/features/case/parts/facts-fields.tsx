import type { CaseFacts } from '#contracts/case';
import { ageBands, channels, legalForms, sectors, sizeBands, urgencies } from '#contracts/case/codes';
import { caseLanguages, difficulties, stages } from '#contracts/kernel/codes';
import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesList } from '../../../shared/choice-list.js';
import { municipalityOptions, optionsOf } from '../../../shared/code-options.js';
import classes from './facts-fields.module.css';
import { IconPlus, IconX } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';

type FactsFieldsProps = { readonly facts: CaseFacts; readonly onChange: (facts: CaseFacts) => void };

const mostDifficulties = 8;
const severities = [1, 2, 3] as const;

type Mention = CaseFacts['difficulties'][number];

function SeverityField({
  value,
  onChange,
}: {
  readonly value: Mention['severity'];
  readonly onChange: (value: Mention['severity']) => void;
}) {
  const { t } = useTranslation(['common', 'actions']);
  const name = useId();
  return (
    <fieldset className={classes.severity} aria-label={t('actions:facts.severity')}>
      {severities.map((severity) => (
        <label key={severity}>
          <input type="radio" name={name} checked={severity === value} onChange={() => onChange(severity)} />
          {t(`chip.severity${severity}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** The difficulties with their severity; the first is the main one. */
export function DifficultyFields({ facts, onChange }: FactsFieldsProps) {
  const { t } = useTranslation('actions');
  const labels = useLabels();
  const mentions = facts.difficulties;
  const set = (next: Mention[]) => onChange({ ...facts, difficulties: next });
  const change = (index: number, part: Partial<Mention>) =>
    set(mentions.map((mention, at) => (at === index ? { ...mention, ...part } : mention)));
  const free = (Object.keys(difficulties) as Mention['difficulty'][]).filter(
    (code) => !mentions.some((mention) => mention.difficulty === code),
  );
  const [next] = free;
  return (
    <div className={classes.rows}>
      {mentions.map((mention, index) => (
        <div key={mention.difficulty} className={classes.difficulty}>
          <NativeSelect
            label={`${t('facts.difficulty', { number: index + 1 })}${index === 0 ? ` (${t('facts.main')})` : ''}`}
            value={mention.difficulty}
            onChange={(event) => change(index, { difficulty: event.target.value as Mention['difficulty'] })}
            data={optionsOf(difficulties, labels).filter(
              ({ value }) => value === mention.difficulty || free.some((code) => code === value),
            )}
          />
          <SeverityField value={mention.severity} onChange={(severity) => change(index, { severity })} />
          <button
            type="button"
            className={classes.remove}
            disabled={mentions.length === 1}
            aria-label={t('facts.removeDifficulty', { number: index + 1 })}
            onClick={() => set(mentions.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </button>
        </div>
      ))}
      {next !== undefined && mentions.length < mostDifficulties && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => set([...mentions, { difficulty: next, severity: 2 }])}
          style={{ alignSelf: 'start' }}
        >
          {t('facts.addDifficulty')}
        </Button>
      )}
    </div>
  );
}

const lists = {
  sector: sectors,
  stage: stages,
  legalForm: legalForms,
  sizeBand: sizeBands,
  ageBand: ageBands,
  channel: channels,
  urgency: urgencies,
} as const;

/** All facts of a case. Everything is a code; nothing is typed. */
export function FactsFields({ facts, onChange }: FactsFieldsProps) {
  const { t } = useTranslation('actions');
  const labels = useLabels();
  // A select offers the codes of its own list only, so its value is one of them.
  const pick = (field: keyof typeof lists | 'municipality') => (event: { target: { value: string } }) =>
    onChange({ ...facts, [field]: event.target.value });
  return (
    <>
      <div className={classes.grid}>
        <NativeSelect
          label={t('facts.municipality')}
          value={facts.municipality}
          onChange={pick('municipality')}
          data={municipalityOptions(labels)}
        />
        {(Object.keys(lists) as (keyof typeof lists)[]).map((field) => (
          <NativeSelect
            key={field}
            label={t(`facts.${field}`)}
            value={facts[field]}
            onChange={pick(field)}
            data={optionsOf(lists[field], labels)}
          />
        ))}
      </div>
      <ChoicesList
        legend={t('facts.languages')}
        columns
        options={caseLanguages.map((value) => ({ value, label: labels.caseLanguage(value) }))}
        values={facts.languages}
        onChange={(languages) => {
          if (languages.length > 0) {
            onChange({ ...facts, languages });
          }
        }}
      />
      <DifficultyFields facts={facts} onChange={onChange} />
    </>
  );
}
