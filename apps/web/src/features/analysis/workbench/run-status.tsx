import { useTranslation } from 'react-i18next';
import { IconAlertTriangle } from '../../../shared/icons.js';
import { useLanguage } from '../../../shared/labels.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { spotOf } from './fault-spot.js';
import classes from './result.module.css';
import { useElapsed } from './use-elapsed.js';
import type { Run } from './use-run.js';

/** That a query runs: for how long, how far, and how many rows came. */
export function Running({ run }: { readonly run: Run }) {
  const { t } = useTranslation('workbench');
  const language = useLanguage();
  const seconds = useElapsed(run.since, run.state === 'running');
  const shown = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(seconds);
  return (
    <div className={classes.running}>
      <progress
        className={classes.progress}
        aria-label={t('run.progress')}
        max={100}
        {...(run.percent !== null && { value: run.percent })}
      />
      {run.ahead !== null && <span role="status">{t('run.waiting', { place: run.ahead + 1 })}</span>}
      <span role="timer">{t('run.seconds', { seconds: shown })}</span>
      {run.rows.length > 0 && <span>{t('run.soFar', { count: run.rows.length })}</span>}
    </div>
  );
}

type FaultProps = { readonly run: Run; readonly onGoTo: (position: number) => void };

/** Why a query gave no result, with the spot in its text when that is known. */
export function Fault({ run, onGoTo }: FaultProps) {
  const { t } = useTranslation('workbench');
  const { fault, written } = run;
  if (fault === null) {
    return null;
  }
  const { position } = fault;
  const spot = position === null ? null : spotOf(written, position);
  return (
    <div className={fault.code === 'stopped' ? classes.stopped : classes.fault} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <p className={classes.faultText}>{fault.text}</p>
        {spot !== null && position !== null && (
          <>
            <pre className={classes.place} data-place={`${spot.line}:${spot.letter}`}>
              {spot.text.slice(0, spot.letter - 1)}
              <mark>{spot.text.slice(spot.letter - 1, spot.letter - 1 + spot.length) || ' '}</mark>
              {spot.text.slice(spot.letter - 1 + spot.length)}
            </pre>
            <TextButton onClick={() => onGoTo(position)}>
              {t('fault.goTo', { line: spot.line, letter: spot.letter })}
            </TextButton>
          </>
        )}
        {fault.code !== 'stopped' && <p className={classes.quiet}>{t(`fault.way.${fault.code}`)}</p>}
      </div>
    </div>
  );
}

/** Says that the result is not all there is. */
function Warning({ what, children }: { readonly what: string; readonly children: string }) {
  return (
    <p className={classes.cut} data-cut={what}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** How many rows came, how long it took, up to when the archive holds everything; and plainly when this is not all. */
export function Ended({ run }: { readonly run: Run }) {
  const { t } = useTranslation('workbench');
  const language = useLanguage();
  const formats = useFormats();
  const { end } = run;
  if (end === null) {
    return null;
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (
    <div role="status">
      <p className={classes.summary}>
        {t('end.rows', { count: end.rows, shown: number.format(end.rows) })} ·{' '}
        {t('run.seconds', { seconds: number.format(end.milliseconds / 1_000) })}
        {end.filedUntil !== null && ` · ${t('end.filed', { when: formats.full(new Date(end.filedUntil)) })}`}
      </p>
      {end.filedUntil === null && <Warning what="filling">{t('end.notFiled')}</Warning>}
      {end.cut !== null && (
        <Warning what={end.cut}>{t(`end.cut.${end.cut}`, { shown: number.format(end.rows) })}</Warning>
      )}
    </div>
  );
}
