import { difficulties, insideSentence, professions } from '#contracts/kernel/codes';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconCheck, IconLock, IconMinus } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { CapacityBadge } from '../../../shared/status.js';
import type { Match } from './matching.js';
import classes from './service-option.module.css';

type Reason = { readonly good: boolean; readonly text: string };

function useReasons() {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  return (
    { covers, speaks, inTerritory, last }: Match,
    languages: readonly ('fr' | 'nl' | 'en' | 'other')[],
  ): Reason[] => {
    const names = covers.map((code) => insideSentence(labels.of(difficulties, code)));
    const wanted = languages.map((code) => labels.caseLanguage(code));
    return [
      ...last.map((setback) => ({ good: false, text: t(`last.${setback}`) })),
      covers.length > 0
        ? { good: true, text: t('reason.covers', { list: labels.list(names) }) }
        : { good: false, text: t('reason.coversNot') },
      speaks.length > 0
        ? {
            good: true,
            text: t('reason.speaks', { list: labels.list(speaks.map((code) => labels.caseLanguage(code))) }),
          }
        : { good: false, text: t('reason.speaksNot', { list: labels.list(wanted) }) },
      ...(inTerritory ? [] : [{ good: false, text: t('reason.territoryNot') }]),
    ];
  };
}

type ServiceOptionProps = {
  readonly match: Match;
  readonly languages: readonly ('fr' | 'nl' | 'en' | 'other')[];
  readonly picked: boolean;
  readonly onPick: (on: boolean) => void;
};

/** One service that may be asked: who, why it fits, whether it has room; or why it cannot be asked. */
export function ServiceOption({ match, languages, picked, onPick }: ServiceOptionProps) {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const reasonsOf = useReasons();
  const id = useId();
  const { service, obstacle } = match;
  const profession = labels.of(professions, service.profession);
  return (
    <li>
      <label className={`${classes.option} ${obstacle === null ? '' : classes.closed}`}>
        <input
          type="checkbox"
          checked={picked}
          disabled={obstacle !== null}
          aria-describedby={`${id}-why`}
          onChange={(event) => onPick(event.target.checked)}
        />
        <span className={classes.body}>
          <span className={classes.head}>
            <span className={classes.who}>
              <span className={classes.name}>{service.organisationName}</span>
              <span className={classes.what}>
                {labels.text(service.name)} · {profession}
              </span>
            </span>
            <CapacityBadge capacity={service.capacity} />
          </span>
          <span id={`${id}-why`} className={classes.reasons}>
            {obstacle === null ? (
              reasonsOf(match, languages).map((reason) => (
                <span key={reason.text} className={reason.good ? classes.good : classes.bad}>
                  {reason.good ? <IconCheck size={14} aria-hidden /> : <IconMinus size={14} aria-hidden />}
                  {reason.text}
                </span>
              ))
            ) : (
              <span className={classes.obstacle}>
                <IconLock size={14} aria-hidden />
                {t(`obstacle.${obstacle}`, { profession })}
              </span>
            )}
          </span>
          {picked && (
            <span className={classes.more}>
              {labels.text(service.method)} · {labels.text(service.cost)}
            </span>
          )}
        </span>
      </label>
    </li>
  );
}
