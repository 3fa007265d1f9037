import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChevronDown } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { HistoryList } from './history-list.js';
import { ReadyList } from './ready-list.js';
import { SavedList } from './saved-list.js';
import classes from './shelf.module.css';
import { TableList } from './table-list.js';

const sections = ['ready', 'saved', 'history', 'tables'] as const;

type ShelfProps = {
  /** The query that is open. */
  readonly current: string | undefined;
  /** Puts a name into the SQL. */
  readonly onInsert: (name: string) => void;
  /** True while nothing is open: then it is also open where there is little room. */
  readonly isStart: boolean;
};

/** What one can start from: ready questions, saved queries, one’s history, and the tables in words. */
export function Shelf({ current, onInsert, isStart }: ShelfProps) {
  const { t } = useTranslation('workbench');
  const [section, setSection] = useState<(typeof sections)[number]>('ready');
  const [opened, setOpened] = useState(isStart);
  const close = () => setOpened(false);
  return (
    <Card bare className={classes.shelf}>
      <button type="button" className={classes.opener} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('shelf.label')}
        <IconChevronDown size={18} aria-hidden />
      </button>
      <div className={classes.inside} data-closed={!opened || undefined}>
        <div className={classes.sections} role="group" aria-label={t('shelf.label')}>
          {sections.map((one) => (
            <button
              key={one}
              type="button"
              className={classes.section}
              aria-pressed={one === section}
              onClick={() => setSection(one)}
            >
              {t(`shelf.${one}`)}
            </button>
          ))}
        </div>
        <div className={classes.scroll} role="region" aria-label={t(`shelf.${section}`)} tabIndex={0}>
          {section === 'ready' && <ReadyList current={current} onOpen={close} />}
          {section === 'saved' && <SavedList current={current} onOpen={close} />}
          {section === 'history' && <HistoryList onOpen={close} />}
          {section === 'tables' && <TableList onInsert={onInsert} />}
        </div>
      </div>
    </Card>
  );
}
