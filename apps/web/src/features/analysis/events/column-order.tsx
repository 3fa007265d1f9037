import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../shared/icon-button.js';
import { IconChevronLeft, IconChevronRight, IconX } from '../../../shared/icons.js';
import classes from './column-order.module.css';
import { moved, useColumnTitles } from './columns.js';

type OrderProps = {
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
};

const directions = [
  { key: 'earlier', by: -1, Icon: IconChevronLeft },
  { key: 'later', by: 1, Icon: IconChevronRight },
] as const;

/** The columns that are shown, in their order, which can be changed. */
export function ColumnOrder({ columns, onChange }: OrderProps) {
  const { t } = useTranslation('events');
  const titles = useColumnTitles();
  const id = useId();
  const move = (column: string, by: number, button: string) => {
    onChange(moved(columns, column, by));
    // The button went along with its column and lost the focus on the way.
    requestAnimationFrame(() => document.getElementById(button)?.focus());
  };
  return (
    <ol className={classes.order} aria-label={t('columns.order')}>
      {columns.map((column, index) => {
        const { title } = titles(column);
        return (
          <li key={column} className={classes.one}>
            <span className={classes.title}>{title}</span>
            {directions.map(({ key, by, Icon }) => {
              const button = `${id}-${column}-${key}`;
              const isAtEnd = index + by < 0 || index + by >= columns.length;
              return (
                <IconButton
                  key={key}
                  id={button}
                  label={t(`columns.${key}`, { column: title })}
                  icon={<Icon size={15} aria-hidden />}
                  disabled={isAtEnd}
                  onClick={() => move(column, by, button)}
                />
              );
            })}
            <IconButton
              label={`${t('tree.unshow')}: ${title}`}
              hint={t('tree.unshow')}
              icon={<IconX size={15} aria-hidden />}
              disabled={columns.length === 1}
              onClick={() => onChange(columns.filter((one) => one !== column))}
            />
          </li>
        );
      })}
    </ol>
  );
}
