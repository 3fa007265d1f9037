import type { AuditEntry } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/labels.js';
import { TextButton } from '../../shared/text-button.js';
import { useFormats } from '../../shared/time.js';
import classes from './analysis-audit.module.css';

type AuditTableProps = {
  readonly entries: readonly AuditEntry[];
  /** Shows what one person did; undefined while only one is shown. */
  readonly onPerson: ((personId: string) => void) | undefined;
};

/** Who, what, how many rows, when, and how it ended. */
export function AuditTable({ entries, onPerson }: AuditTableProps) {
  const { t } = useTranslation('analysis-audit');
  const formats = useFormats();
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  return (
    <div className={classes.scroll} role="group" aria-label={t('list')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.at')}</th>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.subject')}</th>
            <th scope="col" className={classes.number}>
              {t('column.rows')}
            </th>
            <th scope="col">{t('column.outcome')}</th>
            <th scope="col" className={classes.number}>
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
                  entry.personName
                ) : (
                  <TextButton onClick={() => onPerson(entry.personId)}>
                    <span className="visually-hidden">{t('onlyPerson', { name: '' })}</span>
                    {entry.personName}
                  </TextButton>
                )}
              </td>
              <td>{t(`kind.${entry.kind}`)}</td>
              <td className={classes.subject}>
                <code>{entry.subject}</code>
              </td>
              <td className={classes.number}>{entry.rows === null ? t('rowsUnknown') : number.format(entry.rows)}</td>
              <td>{entry.outcome}</td>
              <td className={classes.number}>{t('seconds', { seconds: number.format(entry.milliseconds / 1_000) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
