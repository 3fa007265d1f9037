import { useTranslation } from 'react-i18next';
import { useFormats } from '../shared/time.js';
import { useLive } from '../client/live.js';
import classes from './live-lamp.module.css';

/** Says whether changes arrive by themselves. */
export function LiveLamp() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, since } = useLive();
  return (
    <span
      className={`${classes.lamp} ${state === 'live' ? '' : (classes[state] ?? '')}`}
      role="status"
      title={t(state === 'live' ? 'live.explain' : 'live.explainAway')}
    >
      <span className={classes.dot} aria-hidden />
      {t(`live.${state}`)}
      {state === 'away' && ` ${t('live.since', { time: formats.clock(new Date(since)) })}`}
    </span>
  );
}
