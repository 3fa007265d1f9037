import type { Membership } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { houseOf, readAnew, switchMembership, useSession } from '../client/session.js';
import { Problem } from '../shared/form-problem.js';
import { IconUsers } from '../shared/icons.js';
import { useLabels } from '../shared/labels.js';
import { say } from '../shared/toast.js';
import classes from './top-tools.module.css';

/** The other memberships of the person: each is a button that goes on under it, without signing in again. */
export function OtherMemberships() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { membership, memberships } = useSession();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: ({ membershipId }: Membership) => switchMembership(membershipId),
    onSuccess: async (_, chosen) => {
      await navigate({ to: '/' });
      await readAnew();
      say(t('person.switched', { house: houseOf(chosen) }));
    },
  });
  const others = memberships.filter(({ membershipId }) => membershipId !== membership.membershipId);
  if (others.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-labelledby="other-memberships" className={classes.others}>
      <p id="other-memberships" className={classes.where}>
        {t('person.actFor')}
      </p>
      {others.map((other) => (
        <button
          key={other.membershipId}
          type="button"
          className={classes.entry}
          disabled={change.isPending}
          onClick={() => change.mutate(other)}
        >
          <IconUsers size={17} aria-hidden />
          <span>
            {houseOf(other)} · {other.roles.map((role) => labels.of(roles, role)).join(', ')}
          </span>
        </button>
      ))}
      <Problem error={change.error} />
    </div>
  );
}
