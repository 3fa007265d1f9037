import type { AuditEntry } from '#contracts/analysis';
import { useTranslation } from 'react-i18next';
import { useLanguage, useNameOf } from '../../../shared/labels.js';
import { numberCell, ReadingTable } from '../../../shared/reading-table.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import classes from './analysis-audit.module.css';
import { outcomes } from './words.js';

const fewLetters = 160;

/** A short subject at once, a long one folded behind its beginning. */
function Subject({ text }: { readonly text: string }) {
  if (text.length <= fewLetters) {
    return <code>{text}</code>;
  }
  return (
    <details>
      <summary>
        <code>{text.slice(0, fewLetters).replaceAll(/\s+/g, ' ')}…</code>
      </summary>
      <code>{text}</code>
    </details>
  );
}

type AuditTableProps = {
  readonly entries: readonly AuditEntry[];
  /** Shows what one person did; undefined while only one is shown. */
  readonly onPerson: ((personId: string) => void) | undefined;
};

/** Who, what, how many rows, when, and how it ended. */
export function AuditTable({ entries, onPerson }: AuditTableProps) {
  const { t } = useTranslation('audit');
  const nameOf = useNameOf();
  const formats = useFormats();
  const outcomeOf = (outcome: string) => {
    const known = outcomes.find((one) => one === outcome);
    return known === undefined ? outcome : t(`outcome.${known}`);
  };
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  return (
    <ReadingTable label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.person')}</th>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.subject')}</th>
          <th scope="col" className={numberCell}>
            {t('column.rows')}
          </th>
          <th scope="col">{t('column.outcome')}</th>
          <th scope="col" className={numberCell}>
            {t('column.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.auditId} data-kind={entry.kind}>
            <td className={classes.at}>
              <time dateTime={entry.at}>{formats.full(new Date(entry.at))}</time>
            </td>
            <td>
              {onPerson === undefined ? (
                nameOf(entry.personName)
              ) : (
                <TextButton onClick={() => onPerson(entry.personId)}>
                  <span className="visually-hidden">{t('onlyPerson', { name: '' })}</span>
                  {nameOf(entry.personName)}
                </TextButton>
              )}
            </td>
            <td>{t(`kind.${entry.kind}`)}</td>
            <td className={classes.subject}>
              <Subject text={entry.subject} />
            </td>
            <td className={numberCell}>{entry.rows === null ? t('rowsUnknown') : number.format(entry.rows)}</td>
            <td data-outcome={entry.outcome}>{outcomeOf(entry.outcome)}</td>
            <td className={numberCell}>{t('seconds', { seconds: number.format(entry.milliseconds / 1_000) })}</td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}
