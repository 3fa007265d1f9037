import type { CatalogueEvent } from '#contracts/analysis';
import { streamNames } from '#contracts/kernel/codes';
import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import classes from './contracts.module.css';
import { shortType } from './search-model.js';

type TypeListProps = {
  readonly events: readonly CatalogueEvent[];
  readonly words: string;
  readonly current: string | undefined;
  readonly onWords: (words: string) => void;
};

/** All types of events by stream, and a field that narrows them. */
export function TypeList({ events, words, current, onWords }: TypeListProps) {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  return (
    <Card bare className={classes.types}>
      <div className={classes.search}>
        <TextInput
          type="search"
          label={t('search')}
          value={words}
          leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
        <p className={classes.quiet} role="status">
          {events.length === 0 ? t('none', { text: words }) : t('found', { count: events.length })}
        </p>
      </div>
      <nav className={classes.list} aria-label={t('types')}>
        {streamNames.map((stream) => {
          const own = events.filter((event) => event.stream === stream);
          return own.length === 0 ? null : (
            <div key={stream}>
              <h2 className={classes.group}>{t(`stream.${stream}`)}</h2>
              <ul>
                {own.map((event) => (
                  <li key={event.type}>
                    <Link
                      to="/analysis/contracts"
                      search={(before) => ({ ...before, type: event.type })}
                      className={classes.item}
                      aria-current={event.type === current ? 'true' : undefined}
                      activeProps={{}}
                      resetScroll={false}
                    >
                      <code>{shortType(event.type)}</code>
                      <span className={classes.quiet}>{labels.text(event.meaning)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
    </Card>
  );
}
