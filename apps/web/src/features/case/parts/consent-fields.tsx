import type { Consent } from '#contracts/case';
import { consentChannels } from '#contracts/case/codes';
import type { Profession } from '#contracts/kernel';
import { professions } from '#contracts/kernel/codes';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoicesList } from '../../../shared/choice-list.js';
import classes from './facts-fields.module.css';
import { optionsOf } from '../../../shared/code-options.js';
import { useLabels } from '../../../shared/labels.js';
import { civilDate } from '../../../shared/time.js';

type ConsentFieldsProps = { readonly consent: Consent; readonly onChange: (consent: Consent) => void };

/** A consent given today, in writing, for all professions named. */
export function freshConsent(forProfessions: Profession[]): Consent {
  return { givenOn: civilDate(new Date()), channel: 'written', professions: forProfessions };
}

/** What the entrepreneur agreed to: when, how, and for which professions. */
export function ConsentFields({ consent, onChange }: ConsentFieldsProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  return (
    <>
      <div className={classes.grid}>
        <TextInput
          type="date"
          required
          withAsterisk={false}
          label={t('consent.givenOn')}
          value={consent.givenOn}
          max={civilDate(new Date())}
          onChange={(event) => onChange({ ...consent, givenOn: event.target.value })}
        />
        <NativeSelect
          label={t('consent.channel')}
          value={consent.channel}
          onChange={(event) => onChange({ ...consent, channel: event.target.value as Consent['channel'] })}
          data={optionsOf(consentChannels, labels)}
        />
      </div>
      <ChoicesList
        legend={t('consent.professions')}
        columns
        options={(Object.keys(professions) as Profession[]).map((value) => ({
          value,
          label: labels.of(professions, value),
        }))}
        values={consent.professions}
        error={consent.professions.length === 0 ? t('common:form.required') : undefined}
        onChange={(chosen) => onChange({ ...consent, professions: chosen })}
      />
    </>
  );
}
