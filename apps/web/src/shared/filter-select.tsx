import { useTranslation } from 'react-i18next';
import classes from './filter-select.module.css';
import { IconX } from './icons.js';

type FilterSelectProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
};

/** One filter of a list: reads as a chip when it is set. */
export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
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
          <option value="">{t('form.all')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {value !== undefined && (
        <button
          type="button"
          className={classes.clear}
          aria-label={t('form.removeFilter', { name: label })}
          onClick={() => onChange(undefined)}
        >
          <IconX size={14} />
        </button>
      )}
    </span>
  );
}
