import type { Series } from '#contracts/outside';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import { numberCell, ReadingTable } from '../../shared/reading-table.js';
import type { Mark, Secret } from './pair-model.js';
import { rowsOf } from './pair-model.js';
import { useWords } from './words.js';

type PairTableProps = {
  readonly series: Series;
  readonly marks: readonly Mark[];
  readonly secrets: readonly Secret[];
  readonly own: readonly Mark[];
  readonly window: { readonly from: number; readonly until: number };
};

/** The chart as a table: the same figures, line by line. */
export function PairTable({ series, marks, secrets, own, window }: PairTableProps) {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const words = useWords();
  const rows = rowsOf([...marks, ...secrets], own).filter(
    ({ mark }) => mark.from >= window.from && mark.until <= window.until,
  );
  return (
    <ReadingTable bounded label={t('table.caption', { title: labels.text(series.title) })}>
      <thead>
        <tr>
          <th scope="col">{t('table.period')}</th>
          <th scope="col" className={numberCell}>
            {labels.text(series.unit)}
          </th>
          <th scope="col" className={numberCell}>
            {t('chart.own')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.mark.period}>
            <th scope="row">{words.period(row.mark.period)}</th>
            <td className={numberCell}>
              {row.value === undefined ? '–' : words.value(row.value)}
              {row.mark.flags.length > 0 && ` (${words.flags(row.mark.flags)})`}
            </td>
            <td className={numberCell}>
              {row.own === undefined ? '–' : words.about(row.own.value)}
              {row.own?.settled === false && ` (${t('running')})`}
            </td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}
