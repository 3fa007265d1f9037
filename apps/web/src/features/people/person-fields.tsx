import type { OwnDataRequest, Person } from '#contracts/people';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Each language by its own name, whatever the screens are in. */
const names: { value: Person['language']; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
];

type PersonFieldsProps = {
  readonly value: OwnDataRequest;
  readonly onChange: (part: Partial<OwnDataRequest>) => void;
  /** Whether the fields are those of who fills them in. */
  readonly own: boolean;
};

/** What others see of a person, and the language in which Relais writes to them. */
export function PersonFields({ value, onChange, own }: PersonFieldsProps) {
  const { t } = useTranslation('account');
  const id = useId();
  return (
    <>
      <TextInput
        required
        withAsterisk={false}
        autoComplete={own ? 'name' : 'off'}
        maxLength={80}
        label={t('data.name')}
        value={value.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <p id={id}>{t(own ? 'data.language' : 'data.theirLanguage')}</p>
      <SegmentedControl
        aria-labelledby={id}
        value={value.language}
        data={names}
        onChange={(language) => onChange({ language: language as Person['language'] })}
      />
    </>
  );
}
