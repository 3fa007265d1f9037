import type { OperationsView, ProcessFault } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../shared/chips.js';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '../../shared/icons.js';
import { Card } from '../../shared/page.js';
import { Empty } from '../../shared/states.js';
import { useAges } from '../../shared/ages.js';
import classes from './operations.module.css';

function FaultLine({ fault, now }: { readonly fault: ProcessFault; readonly now: string }) {
  const { t } = useTranslation('operations');
  const ages = useAges();
  const isWarning = fault.level === 'warn';
  const Icon = isWarning ? IconAlertTriangle : IconCircleX;
  return (
    <li className={classes.letter}>
      <div className={classes.letterText}>
        <p className={classes.letterHead}>
          <Chip tone={isWarning ? 'amber' : 'red'} icon={<Icon size={15} aria-hidden />}>
            {t(`level.${fault.level}`)}
          </Chip>
          <span>{t(`kind.${fault.kind}`)}</span>
          <span className={classes.quiet}>
            {t('faults.times', {
              count: fault.count,
              first: ages.ago(fault.firstAt, now),
              last: ages.ago(fault.lastAt, now),
            })}
          </span>
        </p>
        {(fault.where !== null || fault.reference !== null) && (
          <p className={classes.quiet}>
            {fault.where !== null && <code>{fault.where}</code>}{' '}
            {fault.reference !== null && t('faults.reference', { reference: fault.reference })}
          </p>
        )}
        <p className={classes.detail} lang="en">
          {fault.message}
          {fault.detail !== null && <span className={classes.quiet}> — {fault.detail}</span>}
        </p>
      </div>
    </li>
  );
}

function sumOf(faults: readonly ProcessFault[], hour: 'hour' | 'hourBefore', isWarning: boolean): number {
  return faults.reduce((total, one) => total + ((one.level === 'warn') === isWarning ? one[hour] : 0), 0);
}

/** Warnings and errors of all processes, the same one once; newest first. */
export function Faults({ view }: { readonly view: Pick<OperationsView, 'faults' | 'readAt'> }) {
  const { t } = useTranslation('operations');
  return (
    <Card title={t('faults.title')}>
      {view.faults.length === 0 ? (
        <Empty compact icon={<IconCircleCheck size={22} />} title={t('faults.none')} text={t('faults.noneText')} />
      ) : (
        <>
          <p className={classes.lead}>{t('faults.intro')}</p>
          <p className={classes.lead}>
            {t('faults.rate', {
              errors: sumOf(view.faults, 'hour', false),
              warnings: sumOf(view.faults, 'hour', true),
              errorsBefore: sumOf(view.faults, 'hourBefore', false),
              warningsBefore: sumOf(view.faults, 'hourBefore', true),
            })}
          </p>
          <div className={classes.tall} role="group" aria-label={t('faults.title')} tabIndex={0}>
            <ul>
              {view.faults.map((fault) => (
                <FaultLine
                  key={`${fault.kind} ${fault.level} ${fault.message} ${fault.detail ?? ''} ${fault.where ?? ''}`}
                  fault={fault}
                  now={view.readAt}
                />
              ))}
            </ul>
          </div>
        </>
      )}
    </Card>
  );
}
