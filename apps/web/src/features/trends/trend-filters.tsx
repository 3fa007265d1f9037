import { codesOf, region, sectors } from '#contracts/codes';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import classes from './trends.module.css';

type Option = readonly [value: string, label: string];

function Filter({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className={classes.filter} data-set={value !== '' || undefined}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value || undefined)}>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Sector and municipality, kept in the address. */
export function TrendFilters() {
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const search = useSearch({ from: '/signed-in/trends' });
  const navigate = useNavigate({ from: '/trends' });
  const set = (part: { sector?: string | undefined; municipality?: string | undefined }) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const places = Object.keys(region.municipalities)
    .map((code): Option => [code, labels.municipality(code)])
    .sort((a, b) => a[1].localeCompare(b[1], labels.language));
  const isSet = search.sector !== undefined || search.municipality !== undefined;
  return (
    <>
      <Filter
        label={t('filter.sector')}
        value={search.sector ?? ''}
        onChange={(sector) => set({ sector })}
        options={[
          ['', t('filter.allSectors')],
          ...codesOf(sectors).map((code): Option => [code, labels.of(sectors, code)]),
        ]}
      />
      <Filter
        label={t('filter.municipality')}
        value={search.municipality ?? ''}
        onChange={(municipality) => set({ municipality })}
        options={[
          ['', t('filter.allMunicipalities')],
          ...places,
          ['outside', labels.municipality('outside')],
          ['unknown', labels.municipality('unknown')],
        ]}
      />
      {isSet && (
        <button
          type="button"
          className={classes.clear}
          onClick={() => set({ sector: undefined, municipality: undefined })}
        >
          {common('form.clear')}
        </button>
      )}
    </>
  );
}
