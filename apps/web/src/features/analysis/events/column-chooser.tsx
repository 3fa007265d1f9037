import { eventColumnNames } from '#contracts/analysis/codes';
import { useTranslation } from 'react-i18next';
import { IconColumns } from '../../../shared/icons.js';
import { TextButton } from '../../../shared/text-button.js';
import { ColumnOrder } from './column-order.js';
import { useColumnTitles } from './columns.js';
import { isEventColumn } from './filter.js';
import { PickMany, Popup } from './popup.js';

type ChooserProps = {
  readonly columns: readonly string[];
  /** Paths into the data that the sample has. */
  readonly paths: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
};

/** Which columns the list has: those of every event, and places in the data. */
export function ColumnChooser({ columns, paths, onChange }: ChooserProps) {
  const { t } = useTranslation('events');
  const titles = useColumnTitles();
  const offered = [...new Set([...columns.filter((one) => !isEventColumn(one)), ...eventColumnNames, ...paths])];
  const options = offered.map((value) => {
    const { title, meaning } = titles(value);
    return isEventColumn(value) ? { value, label: title, hint: meaning } : { value, label: title };
  });
  return (
    <Popup label={t('columns.title', { count: columns.length })} icon={<IconColumns size={15} aria-hidden />}>
      {() => (
        <>
          <ColumnOrder columns={columns} onChange={onChange} />
          <PickMany
            label={t('columns.legend')}
            search={t('filter.search')}
            options={options}
            values={columns}
            onChange={onChange}
          />
          <TextButton onClick={() => onChange([])}>{t('columns.reset')}</TextButton>
        </>
      )}
    </Popup>
  );
}
