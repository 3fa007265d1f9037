import type { TableView } from '#contracts/analysis';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workbenchQueries } from '../queries.js';
import { useLabels } from '../../../shared/labels.js';
import { Failure, Loading } from '../../../shared/states.js';
import { cellText } from './cells.js';
import classes from './shelf.module.css';

type TableListProps = { readonly onInsert: (name: string) => void };

function Table({ table, onInsert }: TableListProps & { readonly table: TableView }) {
  const { t } = useTranslation('workbench');
  const labels = useLabels();
  const insert = (name: string) => (
    <button type="button" className={classes.name} title={t('tables.insert', { name })} onClick={() => onInsert(name)}>
      {name}
    </button>
  );
  return (
    <section className={classes.table} aria-label={table.name}>
      <h3 className={classes.tableName}>{insert(table.name)}</h3>
      <p className={classes.meaning}>{labels.text(table.meaning)}</p>
      {table.sample === null && <p className={classes.quiet}>{t('tables.noSample')}</p>}
      <dl className={classes.columns}>
        {table.columns.map((column, index) => (
          <div key={column.name}>
            <dt>
              {insert(column.name)} <span className={classes.quiet}>{column.type}</span>
            </dt>
            <dd>
              {labels.text(column.meaning)}
              {table.sample !== null && (
                <span className={classes.sample}>{cellText(table.sample[index]) ?? t('grid.null')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The tables one can ask in words: what a row is, what each column says, and one real row. A click puts the name into the SQL. */
export function TableList({ onInsert }: TableListProps) {
  const { t } = useTranslation('workbench');
  const { data, error, refetch } = useQuery(workbenchQueries.tables());
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <p className={classes.meaning}>{t('tables.intro')}</p>
      {data.map((table) => (
        <Table key={table.name} table={table} onInsert={onInsert} />
      ))}
    </>
  );
}
