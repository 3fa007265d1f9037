import type { SessionLine } from '#contracts/people';
import { signInWays } from '#contracts/people/codes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import { peopleQueries } from '../queries.js';
import classes from './account.module.css';

type LineProps = { readonly line: SessionLine; readonly busy: boolean; readonly onEnd: () => void };

function Line({ line, busy, onEnd }: LineProps) {
  const { t } = useTranslation('account');
  const labels = useLabels();
  const formats = useFormats();
  const device = line.device === '' ? t('sessions.program') : line.device;
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <p className={classes.device}>
          {device}
          {line.current && <span className={classes.current}>{t('sessions.current')}</span>}
        </p>
        <p className={classes.facts}>
          {t('sessions.facts', {
            opened: formats.full(new Date(line.openedAt)),
            seen: formats.full(new Date(line.seenAt)),
            way: labels.of(signInWays, line.way),
          })}
        </p>
      </div>
      {!line.current && (
        <TextButton disabled={busy} onClick={onEnd} label={t('sessions.endNamed', { device })}>
          {t('sessions.end')}
        </TextButton>
      )}
    </li>
  );
}

/** Where the person is signed in, and the way to end it elsewhere. */
export function OwnSessions() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { data: lines, error, refetch } = useQuery(peopleQueries.sessions());
  const end = useMutation({
    mutationFn: (line?: SessionLine) => api.delete(line === undefined ? '/sessions' : `/sessions/${line.sessionId}`),
    onSuccess: async (_, line) => {
      await client.invalidateQueries({ queryKey: peopleQueries.sessions().queryKey });
      say(t(line === undefined ? 'sessions.othersEnded' : 'sessions.ended'));
    },
  });
  if (lines === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return (
    <Card title={t('sessions.title')}>
      <p className={classes.intro}>{t('sessions.intro')}</p>
      <Problem error={end.error} />
      <ul className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.sessionId} line={line} busy={end.isPending} onEnd={() => end.mutate(line)} />
        ))}
      </ul>
      {lines.length > 2 && (
        <TextButton disabled={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('sessions.endOthers')}
        </TextButton>
      )}
    </Card>
  );
}
