import { sectors, senders } from '#contracts/case/codes';
import { difficulties, professions, stages } from '#contracts/kernel/codes';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { municipalityOptions, optionsOf } from '../../../shared/code-options.js';
import { upperFirst, useLabels, type Labels } from '../../../shared/labels.js';
import type { FieldKind, ParameterField, Values } from './parameters.js';
import classes from './workbench.module.css';

type Option = { readonly value: string; readonly label: string };

function codesFor(kind: FieldKind, labels: Labels): Option[] | undefined {
  switch (kind) {
    case 'sender':
      return optionsOf(senders, labels);
    case 'profession':
      return optionsOf(professions, labels);
    case 'difficulty':
      return optionsOf(difficulties, labels);
    case 'municipality':
      return municipalityOptions(labels);
    case 'sector':
      return optionsOf(sectors, labels);
    case 'stage':
      return optionsOf(stages, labels);
    case 'date':
    case 'number':
    case 'text':
    case 'free':
      return undefined;
    default:
      return kind satisfies never;
  }
}

type ParameterFieldsProps = {
  readonly fields: readonly ParameterField[];
  readonly values: Values;
  readonly onChange: (name: string, value: string) => void;
};

/** A field for each parameter of a query, with names where its values are codes. */
export function ParameterFields({ fields, values, onChange }: ParameterFieldsProps) {
  const { t } = useTranslation('workbench');
  const { t: common } = useTranslation();
  const labels = useLabels();
  if (fields.length === 0) {
    return null;
  }
  return (
    <div className={classes.parameters} role="group" aria-label={t('parameters')}>
      {fields.map(({ name, kind, described }) => {
        const label = described === undefined ? `$${name}` : upperFirst(labels.text(described.label));
        const value = values[name];
        const codes = codesFor(kind, labels);
        const change = (text: string) => onChange(name, text);
        if (codes === undefined) {
          const type = kind === 'date' ? 'date' : 'text';
          return (
            <TextInput
              key={name}
              label={label}
              type={type}
              {...(kind === 'number' && { inputMode: 'decimal' })}
              value={value ?? ''}
              onChange={(event) => change(event.currentTarget.value)}
            />
          );
        }
        const mayBeAll = described?.default === '' || value === '';
        const isKnown = value === undefined || value === '' || codes.some((one) => one.value === value);
        return (
          <NativeSelect
            key={name}
            label={label}
            value={value ?? ''}
            onChange={(event) => change(event.currentTarget.value)}
            data={[
              ...(value === undefined && !mayBeAll ? [{ value: '', label: common('form.choose') }] : []),
              ...(mayBeAll ? [{ value: '', label: common('form.any') }] : []),
              ...(isKnown ? [] : [{ value, label: value }]),
              ...codes,
            ]}
          />
        );
      })}
    </div>
  );
}
