import { useTranslation } from 'react-i18next';
import { useOldBuild } from '../client/build.js';
import { useLive } from '../client/live.js';
import { useLasting } from '../client/lasting.js';
import { outbox, useHeld } from '../client/outbox.js';
import { verifySession } from '../client/session.js';
import { IconClock, IconCloudOff, IconRefresh } from '../shared/icons.js';
import { reloadKept } from '../shared/later.js';
import { TextButton } from '../shared/text-button.js';
import { useFormats } from '../shared/time.js';
import classes from './notices.module.css';

/** Over the end of every page, which does not move for it: that there is no connection, what waits for it, and that another version is served. */
export function Notices() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, since } = useLive();
  const held = useHeld();
  const isOld = useOldBuild();
  const ending = useLasting();
  return (
    <div className={classes.notices} data-no-print>
      <div role="status">
        {state === 'away' && (
          <p className={`${classes.notice} ${classes.away}`} data-notice="away">
            <IconCloudOff size={18} aria-hidden />
            <span className={classes.text}>{t('held.away', { time: formats.clock(new Date(since)) })}</span>
          </p>
        )}
        {held.map(({ key, about }) => (
          <p key={key} className={`${classes.notice} ${classes.away}`} data-notice="held">
            <span className={classes.text}>{t('held.one', { about })}</span>
            <TextButton onClick={() => outbox.withdraw(key)}>{t('held.withdraw')}</TextButton>
          </p>
        ))}
        {ending !== undefined && (
          <p className={`${classes.notice} ${classes.away}`} data-notice="ending">
            <IconClock size={18} aria-hidden />
            <span className={classes.text}>
              {t(ending.last ? 'session.ending.last' : 'session.ending.idle', {
                time: formats.clock(new Date(ending.endsAt)),
              })}
            </span>
            {!ending.last && <TextButton onClick={() => void verifySession()}>{t('session.ending.stay')}</TextButton>}
          </p>
        )}
        {isOld && (
          <p className={classes.notice} data-notice="build">
            <IconRefresh size={18} aria-hidden />
            <span className={classes.text}>{t('build.ready')}</span>
            <TextButton onClick={() => void reloadKept()}>{t('build.reload')}</TextButton>
          </p>
        )}
      </div>
    </div>
  );
}
