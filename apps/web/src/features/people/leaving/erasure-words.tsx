import type { ErasureOutlook } from '#contracts/people';
import { mayManage, viewerOf } from '#domain/people';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { useLabels } from '../../../shared/labels.js';
import { Loading } from '../../../shared/states.js';
import { houseKey } from '../members/houses.js';
import classes from './leaving.module.css';
import { StandsInFor } from './stands-in-for.js';
import { useOnlyRoles, useOpenWork } from './use-leaving.js';

type Hindrance = ErasureOutlook['hindrances'][number];

/** What of one membership stands in the way, and who changes that, where or with whose help. */
function House({ hindrance }: { readonly hindrance: Hindrance }) {
  const { t } = useTranslation('leaving');
  const labels = useLabels();
  const openWork = useOpenWork();
  const only = useOnlyRoles()(hindrance.onlyRoles);
  const viewer = viewerOf(useSession());
  const { organisationId, organisationName, onlyRoles: roles, work, askedOf } = hindrance;
  return (
    <div className={classes.house}>
      <p className={classes.name}>{organisationName ?? 'Relais'}</p>
      {only !== null && <p>{only}</p>}
      {work.map((one) => (
        <p key={one.serviceId}>{t('unshared', { service: labels.text(one.name), what: openWork(one) })}</p>
      ))}
      {mayManage(viewer, { organisationId, roles }) ? (
        <p>
          <Link to="/members" search={{ organisation: houseKey(hindrance) }}>
            {t(only === null ? 'chooseSuccessor' : 'giveRole')}
          </Link>
        </p>
      ) : (
        <p>{t('askedOf', { who: labels.list(askedOf) })}</p>
      )}
    </div>
  );
}

type ErasureWordsProps = {
  /** Undefined while it is on its way. */
  readonly outlook: ErasureOutlook | undefined;
  /** What goes, and what stays. */
  readonly words: readonly string[];
  readonly isOwn?: boolean;
};

/** True once it is known that something stands in the way. */
export function isHindered(outlook: ErasureOutlook | undefined): boolean {
  return outlook !== undefined && outlook.hindrances.length > 0;
}

/** What stands in the way of erasing somebody; when nothing does, what goes and what stays. */
export function ErasureWords({ outlook, words, isOwn }: ErasureWordsProps) {
  const { t } = useTranslation('leaving');
  if (outlook === undefined) {
    return <Loading rows={3} />;
  }
  if (isHindered(outlook)) {
    return (
      <div className={classes.hindrances} role="status" data-hindered>
        <p className={classes.lead}>{t('hindered')}</p>
        {outlook.hindrances.map((one) => (
          <House key={houseKey(one)} hindrance={one} />
        ))}
      </div>
    );
  }
  return (
    <>
      <ul className={classes.words}>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <StandsInFor absences={outlook.standsInFor} isOwn={isOwn} />
    </>
  );
}
