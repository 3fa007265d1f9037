import type { AnalysisEvent } from '#contracts/analysis';
import {
  conditionColumns,
  mostConditions,
  operators,
  parseCondition,
  textOfCondition,
  type Condition,
} from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventsSearch } from './route.js';
import { codesFor, useValueWords } from '../event-words/words.js';
import { focusFault } from '../../../shared/focus.js';
import { IconButton } from '../../../shared/icon-button.js';
import { IconFilterPlus, IconX } from '../../../shared/icons.js';
import { useColumnTitles } from './columns.js';
import classes from './filter-bar.module.css';
import { conditionsOf, withCondition } from './filter.js';
import { Popup } from './popup.js';
import { meaningOf, pathsIn, valueOf } from './values.js';

const mostSuggested = 60;

/** Values that a place can have, or has in the sample, each once. */
function valuesAt(sample: readonly AnalysisEvent[], place: string): readonly string[] {
  const found = sample.flatMap((event) => [valueOf(event, place)].flat()).filter((value) => value !== undefined);
  const seen = found.filter((value) => typeof value !== 'object').map(String);
  return [...new Set([...codesFor(meaningOf(place)), ...seen])].slice(0, mostSuggested);
}

type BuilderProps = { readonly sample: readonly AnalysisEvent[]; readonly onAdd: (condition: Condition) => void };

function Builder({ sample, onAdd }: BuilderProps) {
  const { t } = useTranslation('events');
  const titles = useColumnTitles();
  const words = useValueWords();
  const id = useId();
  const [place, setPlace] = useState('');
  const [operator, setOperator] = useState<Condition['operator']>('=');
  const [value, setValue] = useState('');
  const text = `${place.trim()} ${operator}${operator === 'exists' ? '' : ` ${value}`}`;
  const condition = parseCondition(text);
  const type = sample[0]?.type ?? '';
  return (
    <form
      className={classes.builder}
      onSubmit={(event) => {
        event.preventDefault();
        if (condition !== undefined) {
          onAdd(condition);
        } else {
          focusFault(event.currentTarget);
        }
      }}
    >
      <p className={classes.explain}>{t('condition.explain')}</p>
      <label>
        {t('condition.place')}
        <input
          value={place}
          list={`${id}-places`}
          required
          placeholder="$.to.profession"
          spellCheck={false}
          autoComplete="off"
          maxLength={300}
          onChange={(event) => setPlace(event.target.value)}
        />
      </label>
      <datalist id={`${id}-places`}>
        {conditionColumns.map((column) => (
          <option key={column} value={column} label={titles(column).title} />
        ))}
        {pathsIn(sample).map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <label>
        {t('condition.operator')}
        <select value={operator} onChange={(event) => setOperator(event.target.value as Condition['operator'])}>
          {operators.map((one) => (
            <option key={one} value={one}>
              {t(`operator.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {operator !== 'exists' && (
        <label>
          {t('condition.value')}
          <input
            value={value}
            list={`${id}-values`}
            required
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
      )}
      <datalist id={`${id}-values`}>
        {valuesAt(sample, place.trim()).map((one) => (
          <option key={one} value={one} label={words(meaningOf(place.trim()), one, type) ?? one} />
        ))}
      </datalist>
      <Button
        type="submit"
        aria-disabled={condition === undefined || undefined}
        data-disabled={condition === undefined || undefined}
      >
        {t('condition.add')}
      </Button>
    </form>
  );
}

type ConditionsProps = {
  readonly search: EventsSearch;
  readonly sample: readonly AnalysisEvent[];
  readonly onChange: (part: Partial<EventsSearch>) => void;
};

/** The button that adds a condition on any place of the events. */
export function AddCondition({ search, sample, onChange }: ConditionsProps) {
  const { t } = useTranslation('events');
  const isFull = conditionsOf(search).length >= mostConditions;
  return (
    <Popup label={t('condition.title')} icon={<IconFilterPlus size={15} aria-hidden />}>
      {(close) =>
        isFull ? (
          <p className={classes.explain}>{t('condition.full', { count: mostConditions })}</p>
        ) : (
          <Builder
            sample={sample}
            onAdd={(condition) => {
              onChange(withCondition(search, condition));
              close();
            }}
          />
        )
      }
    </Popup>
  );
}

/** The conditions as chips that can be taken away. */
export function ConditionChips({ search, onChange }: Omit<ConditionsProps, 'sample'>) {
  const { t } = useTranslation(['events', 'common']);
  const titles = useColumnTitles();
  const words = useValueWords();
  return conditionsOf(search).map((condition) => {
    const text = textOfCondition(condition);
    const place = condition.of === 'column' ? (condition.path[0] ?? '') : `$.${condition.path.join('.')}`;
    const value = words(meaningOf(place), condition.value, '') ?? condition.value;
    return (
      <span key={text} className={classes.chip} title={text}>
        <span className={condition.of === 'data' ? classes.raw : undefined}>{titles(place).title}</span>{' '}
        {t(`operator.${condition.operator}`)} <b>{value}</b>
        <IconButton
          label={t('common:form.removeFilter', { name: text })}
          icon={<IconX size={14} aria-hidden />}
          onClick={() => {
            const others = conditionsOf(search)
              .map(textOfCondition)
              .filter((one) => one !== text);
            onChange({ where: others.length === 0 ? undefined : others });
          }}
        />
      </span>
    );
  });
}
