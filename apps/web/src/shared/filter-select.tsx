import { useTranslation } from 'react-i18next';
import classes from './filter-select.module.css';
import { IconButton } from './icon-button.js';
import { IconX } from './icons.js';

type FilterSelectProps = {
  readonly label: string;
  /** French tells it in the word for all: "toutes" the languages, "tous" the services. */
  readonly gender?: 'feminine' | 'masculine';
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
};

/** One filter of a list: reads as a chip when it is set. */
export function FilterSelect({ label, gender = 'feminine', value, options, onChange }: FilterSelectProps) {
  const { t } = useTranslation();
  return (
    <span className={`${classes.filter} ${value === undefined ? '' : classes.set}`}>
      <label>
        {label}{' '}
        <select
          className={classes.select}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{t(gender === 'masculine' ? 'form.allMasculine' : 'form.all')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {value !== undefined && (
        <IconButton
          label={t('form.removeFilter', { name: label })}
          icon={<IconX size={14} aria-hidden />}
          onClick={() => onChange(undefined)}
        />
      )}
    </span>
  );
}
