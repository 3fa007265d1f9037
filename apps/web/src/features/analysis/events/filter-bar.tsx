import { difficulties, professions, streamNames } from '#contracts/kernel/codes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventsSearch } from './route.js';
import { municipalityOptions, optionsOf } from '../../../shared/code-options.js';
import { typesOf, useTypeNames } from '../event-words/event-types.js';
import { FilterSelect } from '../../../shared/filter-select.js';
import { useLabels } from '../../../shared/labels.js';
import { codesIn, spanOf, spans, type Listed } from './filter.js';
import classes from './filter-bar.module.css';
import { PickMany, Popup } from './popup.js';

type Change = (part: Partial<EventsSearch>) => void;
type PartProps = { readonly search: EventsSearch; readonly onChange: Change };

const ownDates = 'dates';

function Period({ search, onChange }: PartProps) {
  const { t } = useTranslation('events');
  const [picking, setPicking] = useState(false);
  const span = spanOf(search);
  const isDated = span === undefined && (picking || search.from !== undefined || search.until !== undefined);
  const choose = (value: string | undefined) => {
    setPicking(value === ownDates);
    onChange(value === ownDates ? { span: undefined } : { span: value, from: undefined, until: undefined });
  };
  return (
    <>
      <FilterSelect
        label={t('filter.time')}
        value={isDated ? ownDates : span}
        onChange={choose}
        options={[
          ...spans.map((value) => ({ value, label: t(`span.${value}`) })),
          { value: ownDates, label: t('span.dates') },
        ]}
      />
      {isDated &&
        (['from', 'until'] as const).map((name) => (
          <label key={name} className={classes.date}>
            {t(`filter.${name}`)}
            <input
              type="date"
              value={search[name] ?? ''}
              onChange={(event) => onChange({ [name]: event.target.value || undefined })}
            />
          </label>
        ))}
    </>
  );
}

type ListedProps = PartProps & {
  readonly name: Listed;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
};

function ListedFilter({ search, onChange, name, options }: ListedProps) {
  const { t } = useTranslation('events');
  const values = codesIn(search, name);
  const [only] = values;
  const named = options.find((option) => option.value === only)?.label ?? only;
  const label = t(`filter.${name}`);
  return (
    <Popup
      label={values.length === 0 ? label : `${label}: ${values.length === 1 ? named : values.length}`}
      set={values.length > 0}
    >
      {() => (
        <PickMany
          label={label}
          search={t('filter.search')}
          options={options}
          values={values}
          onChange={(next) => onChange({ [name]: next.join(',') || undefined })}
        />
      )}
    </Popup>
  );
}

function CaseField({ search, onChange }: PartProps) {
  const { t } = useTranslation('events');
  const [shown, setShown] = useState({ text: search.case ?? '', from: search.case });
  // The address changed from elsewhere, such as a click on a value.
  if (shown.from !== search.case) {
    setShown({ text: search.case ?? '', from: search.case });
  }
  return (
    <input
      className={classes.case}
      type="text"
      aria-label={t('filter.case')}
      placeholder={t('filter.case')}
      value={shown.text}
      maxLength={60}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        const text = event.target.value;
        setShown({ text, from: text.trim() || undefined });
        onChange({ case: text.trim() || undefined });
      }}
    />
  );
}

/** Which events are shown, without code; all of it is in the address. */
export function FilterBar({ search, onChange }: PartProps) {
  const { t } = useTranslation('events');
  const labels = useLabels();
  const typeName = useTypeNames();
  const stream = streamNames.find((one) => one === search.stream);
  const types = typesOf(stream).map((value) => ({ value, label: typeName(value), hint: value }));
  return (
    <>
      <FilterSelect
        label={t('filter.stream')}
        gender="masculine"
        value={stream}
        onChange={(chosen) => onChange({ stream: chosen })}
        options={streamNames.map((value) => ({ value, label: t(`stream.${value}`) }))}
      />
      <ListedFilter name="type" search={search} onChange={onChange} options={types} />
      <Period search={search} onChange={onChange} />
      <CaseField search={search} onChange={onChange} />
      <ListedFilter name="profession" search={search} onChange={onChange} options={optionsOf(professions, labels)} />
      <ListedFilter name="difficulty" search={search} onChange={onChange} options={optionsOf(difficulties, labels)} />
      <ListedFilter name="municipality" search={search} onChange={onChange} options={municipalityOptions(labels)} />
    </>
  );
}
