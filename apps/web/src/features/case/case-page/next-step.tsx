import type { CaseView } from '#contracts/case';
import { dispatchReasons } from '#contracts/case/codes';
import { actsFor, viewerOf } from '#domain/people';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../client/session.js';
import { useNames } from '../../../shared/directory.js';
import { useLabels } from '../../../shared/labels.js';
import { Rich } from '../../../shared/rich.js';
import { useFormats, useNow, useUntil } from '../../../shared/time.js';
import classes from './case-page.module.css';

type Turn = CaseView['turns'][number];

function useWho(): (turn: Turn) => string {
  const { t } = useTranslation('case-page');
  const names = useNames();
  const session = useSession();
  return ({ serviceId }) => {
    if (serviceId === null) {
      return t(hasRole(session, 'coordinator') ? 'next.you' : 'next.coordinators');
    }
    return actsFor(viewerOf(session), serviceId) ? t('next.you') : names.service(serviceId);
  };
}

/** Whose turn it is, for what, until when. */
export function NextSteps({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const who = useWho();
  const until = useUntil();
  if (view.turns.length === 0) {
    return <p className={classes.next}>{t('next.nothing')}</p>;
  }
  return (
    <div className={classes.next}>
      <h3 className={classes.nextTitle}>{t('next.title')}</h3>
      <ul>
        {view.turns.map((turn) => {
          const words = turn.by === null ? null : until(turn.by);
          const by = words === null ? '' : words.left === null ? words.when : t('next.by', { when: words.spoken });
          return (
            <li
              key={`${turn.duty}${turn.referralId ?? ''}`}
              className={words?.tone === 'late' ? classes.late : undefined}
            >
              {t('next.line', { who: who(turn), duty: t(`next.duty.${turn.duty}`) })}
              {words !== null && (
                <>
                  {', '}
                  <Rich text={`<b>${by}</b>`} />
                  {words.left !== null && ` (${words.left})`}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {view.dispatch !== null && (
        <p>
          {t('dispatch', {
            day: formats.day(new Date(view.dispatch.since), now),
            reason: labels.of(dispatchReasons, view.dispatch.reason),
          })}
        </p>
      )}
    </div>
  );
}
