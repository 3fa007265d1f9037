import { useTranslation } from 'react-i18next';
import { parsePath } from '#contracts/analysis';
import { useValueWords } from '../event-words/words.js';
import { IconColumnInsertRight, IconFilterPlus } from '../../../shared/icons.js';
import { IconButton } from '../../../shared/icon-button.js';
import classes from './event-panel.module.css';
import { meaningOf } from './values.js';

/** What one can do with a value of an event. */
export type ValueActions = {
  readonly columns: readonly string[];
  readonly onColumn: (column: string) => void;
  readonly canFilter: (column: string, value: unknown) => boolean;
  readonly onFilter: (column: string, value: unknown) => void;
};

type LeafProps = ValueActions & {
  readonly name: string;
  /** Column or path. */
  readonly column: string;
  readonly value: unknown;
  readonly type: string;
};

/** One value with its name, in words where there are any, and what can be done with it. */
export function Leaf({ name, column, value, type, columns, onColumn, canFilter, onFilter }: LeafProps) {
  const { t } = useTranslation('events');
  const words = useValueWords()(meaningOf(column), value, type);
  const raw = typeof value === 'string' ? value : JSON.stringify(value);
  const isShown = columns.includes(column);
  return (
    <div className={classes.leaf} data-column={column}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>
        {words !== undefined && words !== raw && <span>{words} </span>}
        <code className={words === undefined ? undefined : classes.code}>{raw}</code>
      </span>
      <span className={classes.tools}>
        <IconButton
          label={`${t(isShown ? 'tree.unshow' : 'tree.show')}: ${column}`}
          hint={t(isShown ? 'tree.unshow' : 'tree.show')}
          icon={<IconColumnInsertRight size={15} aria-hidden />}
          pressed={isShown}
          onClick={() => onColumn(column)}
        />
        {canFilter(column, value) && (
          <IconButton
            label={`${t('tree.filter')}: ${column} = ${raw}`}
            hint={t('tree.filter')}
            icon={<IconFilterPlus size={15} aria-hidden />}
            onClick={() => onFilter(column, value)}
          />
        )}
      </span>
    </div>
  );
}

type BranchProps = ValueActions & { readonly path: string; readonly value: unknown; readonly type: string };

/** Data of an event as a tree that unfolds; every value has what can be done with it. */
export function Branch({ path, value, type, ...actions }: BranchProps) {
  const { t } = useTranslation('events');
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return (
    <ul className={classes.branch}>
      {entries.length === 0 && <li className={classes.nothing}>{t('tree.nothing')}</li>}
      {entries.map(([step, inner]) => {
        const at = `${path}.${step}`;
        const isLeaf = typeof inner !== 'object' || inner === null || parsePath(at) === undefined;
        return (
          <li key={step}>
            {isLeaf ? (
              <Leaf name={step} column={at} value={inner} type={type} {...actions} />
            ) : (
              <details open>
                <summary>{step}</summary>
                <Branch path={at} value={inner} type={type} {...actions} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
