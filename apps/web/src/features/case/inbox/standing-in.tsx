import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { useLabels } from '../../../shared/labels.js';
import { lastDayOf, useFormats } from '../../../shared/time.js';
import classes from './board.module.css';

/** In whose name the person works too, for which services and until when; nothing when in nobody's. */
export function StandingIn() {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const formats = useFormats();
  const { services } = useSession().membership;
  const people = new Map(
    services.flatMap(({ inNameOf }) => (inNameOf === undefined ? [] : [[inNameOf.personId, inNameOf]])),
  );
  if (people.size === 0) {
    return null;
  }
  const told = [...people.values()].map(({ personId, name, until }) => {
    const own = services.filter(({ inNameOf }) => inNameOf?.personId === personId);
    return t('represented', {
      name,
      services: labels.list(own.map((one) => labels.text(one.name))),
      last: formats.date(lastDayOf(until)),
    });
  });
  return (
    <p className={classes.standingIn} data-standing-in>
      {t('standingIn', { who: labels.list(told) })}
    </p>
  );
}
