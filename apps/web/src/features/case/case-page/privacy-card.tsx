import type { Action, CaseView } from '#contracts/case';
import { consentChannels } from '#contracts/case/codes';
import { professions } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import { ActionList } from '../actions/action-list.js';
import type { ActionControl } from '../actions/use-action.js';
import { useLabels } from '../../../shared/labels.js';
import { useFormats } from '../../../shared/time.js';
import classes from './case-page.module.css';

const consentActions: readonly Action['type'][] = ['renew-consent', 'withdraw-consent'];

type PrivacyProps = { readonly view: CaseView; readonly control: ActionControl };

/** What the entrepreneur agreed to, and what happens to the words written down. */
export function Privacy({ view, control }: PrivacyProps) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const formats = useFormats();
  const { consent } = view;
  const actions = view.actions.filter((action) => consentActions.includes(action.type));
  return (
    <section className={classes.privacy} aria-labelledby="privacy">
      <h2 id="privacy" className={classes.sectionTitle}>
        {t('privacy.title')}
      </h2>
      <p>
        {consent === null
          ? t('privacy.none')
          : t('privacy.given', {
              date: formats.date(new Date(`${consent.givenOn}T12:00:00Z`)),
              channel: labels.of(consentChannels, consent.channel),
              professions: labels.list(consent.professions.map((one) => labels.of(professions, one))),
            })}
      </p>
      <p className={classes.quiet}>{t(view.notesErased ? 'privacy.erased' : 'privacy.text')}</p>
      <ActionList actions={actions} view={view} control={control} noPrimary noKeys />
    </section>
  );
}
