import type { CatalogueField } from '#contracts/analysis';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { ReadingTable } from '../../../shared/reading-table.js';
import classes from './contracts.module.css';
import { PrivacyChip } from './privacy-chip.js';

type EventFieldsProps = { readonly fields: readonly CatalogueField[]; readonly caption: string };

/** Every value an event carries: where, of what kind, what it means, and what it can tell about whom. */
export function EventFields({ fields, caption }: EventFieldsProps) {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  if (fields.length === 0) {
    return <p className={classes.quiet}>{t('field.none')}</p>;
  }
  return (
    <ReadingTable label={caption}>
      <thead>
        <tr>
          <th scope="col">{t('field.path')}</th>
          <th scope="col">{t('field.meaning')}</th>
          <th scope="col">{t('field.kind')}</th>
          <th scope="col">{t('field.privacy')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <th scope="row">
              <code>{field.path}</code>
            </th>
            <td className={classes.meaning}>{labels.text(field.meaning)}</td>
            <td>
              {t(`kind.${field.kind}`)}
              {!field.required && <span className={classes.quiet}>{t('field.optional')}</span>}
              {field.nullable && <span className={classes.quiet}>{t('field.nullable')}</span>}
              {field.codes.length > 0 && (
                <details className={classes.codes}>
                  <summary>{t('field.codes', { count: field.codes.length })}</summary>
                  {field.codes.map((code) => (
                    <code key={code}>{code}</code>
                  ))}
                </details>
              )}
            </td>
            <td>
              <PrivacyChip privacy={field.privacy} />
            </td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}
