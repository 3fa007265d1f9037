import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { hasRole, useSession } from '../../../client/session.js';
import { Problem } from '../../../shared/form-problem.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { say } from '../../../shared/toast.js';
import classes from '../account/account.module.css';
import { peopleQueries } from '../queries.js';
import { PasskeyProblem } from './passkey-problem.js';
import { usePasskey } from './use-passkey.js';

/** The person's passkeys: making another, removing one that is lost. */
export function OwnPasskeys() {
  const { t } = useTranslation('passkeys');
  const formats = useFormats();
  const client = useQueryClient();
  const session = useSession();
  const { data: lines, error, refetch } = useQuery(peopleQueries.passkeys());
  const { data: outlook } = useQuery({
    ...peopleQueries.erasure(),
    enabled: hasRole(session, 'administrator') && lines?.length === 1,
  });
  const renewed = () => client.invalidateQueries({ queryKey: peopleQueries.passkeys().queryKey });
  const passkey = usePasskey(async () => {
    await renewed();
    say(t('done'));
  });
  const remove = useMutation({
    mutationFn: (passkeyId: string) => api.delete(`/passkeys/${passkeyId}`),
    onSuccess: async () => {
      await renewed();
      say(t('removed'));
    },
  });
  if (lines === undefined) {
    return error === null ? <Loading rows={2} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const isShown = session.passkey === 'shown';
  const isAlone = outlook?.hindrances.some(({ onlyRoles }) => onlyRoles.includes('administrator')) ?? false;
  return (
    <Card title={t('own')}>
      <p className={classes.intro}>{t('what')}</p>
      {isAlone && lines.length === 1 && <p className={classes.missing}>{t('onlyOne')}</p>}
      <PasskeyProblem error={passkey.error} />
      <Problem error={remove.error} />
      <ul className={classes.lines}>
        {lines.map(({ passkeyId, device, createdAt, usedAt }) => {
          const made = formats.full(new Date(createdAt));
          return (
            <li key={passkeyId} className={classes.line}>
              <div className={classes.about}>
                <p className={classes.device}>{device === '' ? t('someDevice') : device}</p>
                <p className={classes.facts}>
                  {usedAt === null ? t('unused', { made }) : t('facts', { made, used: formats.full(new Date(usedAt)) })}
                </p>
              </div>
              <TextButton
                disabled={remove.isPending}
                onClick={() => remove.mutate(passkeyId)}
                label={t('removeNamed', { made })}
              >
                {t('remove')}
              </TextButton>
            </li>
          );
        })}
      </ul>
      <div className={classes.deeds}>
        {lines.length > 0 && (
          <TextButton disabled={passkey.isPending} onClick={() => passkey.mutate('show')}>
            {t('showIt')}
          </TextButton>
        )}
        {(lines.length === 0 || isShown) && (
          <TextButton disabled={passkey.isPending} onClick={() => passkey.mutate('make')}>
            {t('makeIt')}
          </TextButton>
        )}
      </div>
      {lines.length > 0 && !isShown && <p className={classes.facts}>{t('showFirst')}</p>}
    </Card>
  );
}
