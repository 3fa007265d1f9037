import type { OperationsView } from '#contracts/operations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './labels.js';
import { Card } from './page.js';
import { useAges } from './ages.js';
import { Figure, Figures } from './figure.js';

type KeepingProps = {
  readonly view: Pick<OperationsView, 'disks' | 'databaseBytes' | 'backupAt' | 'processes' | 'findings' | 'readAt'>;
  /** What is said below. */
  readonly children?: ReactNode;
};

function useSizes(): (bytes: number) => string {
  const language = useLanguage();
  return (bytes) => {
    const [unit, one] = bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const);
    const shown = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: bytes < 1e10 ? 1 : 0 });
    return shown.format(bytes / one);
  };
}

/** Whether there is room, when it was saved last, and whether the clocks agree; what is not known is said to be so. */
export function Keeping({ view, children }: KeepingProps) {
  const { t } = useTranslation('operations');
  const language = useLanguage();
  const ages = useAges();
  const sizeOf = useSizes();
  const { disks, databaseBytes, backupAt, processes, findings, readAt } = view;
  const isFound = (code: string, subject: string | null = null) =>
    findings.some((one) => one.code === code && (subject === null || one.subject === subject));
  const skew = Math.max(0, ...processes.filter(({ state }) => state !== 'gone').map((one) => Math.abs(one.clockAhead)));
  const seconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });
  return (
    <Card title={t('keeping.title')}>
      <Figures>
        {disks.length === 0 && (
          <Figure name={t('keeping.disk')} value="–">
            {t('keeping.diskNone')}
          </Figure>
        )}
        {disks.map(({ host, freeBytes, totalBytes }) => (
          <Figure
            key={`${host} ${totalBytes}`}
            name={t('keeping.disk')}
            value={sizeOf(freeBytes)}
            warned={isFound('disk', host)}
          >
            {t('keeping.diskOf', { total: sizeOf(totalBytes), host })}
          </Figure>
        ))}
        <Figure name={t('keeping.database')} value={sizeOf(databaseBytes)}>
          {t('keeping.databaseText')}
        </Figure>
        <Figure
          name={t('keeping.backup')}
          value={backupAt === null ? t('keeping.backupUnknown') : ages.ago(backupAt, readAt)}
          warned={backupAt === null || isFound('backup-old')}
        >
          {backupAt === null ? t('keeping.backupNone') : t('keeping.backupText', { when: ages.ago(backupAt, readAt) })}
        </Figure>
        <Figure name={t('keeping.clock')} value={seconds.format(skew)} warned={isFound('clock')}>
          {t('keeping.clockText')}
        </Figure>
      </Figures>
      {children}
    </Card>
  );
}
