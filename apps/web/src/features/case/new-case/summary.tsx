import { consentChannels } from '#contracts/case/codes';
import { professions, stages } from '#contracts/kernel/codes';
import type { Session } from '#contracts/people';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { aboutBusiness } from '../sentence/case-sentence.js';
import { Difficulties } from '../../../shared/chips.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconClock, IconLanguage, IconShieldCheck, IconUserCheck } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Rich } from '../../../shared/rich.js';
import { useFormats, useNow } from '../../../shared/time.js';
import type { Draft, Field } from './draft.js';
import { factsSoFar } from './draft.js';
import { houseOf } from '../../../client/session.js';
import { focusField } from './field.js';
import classes from './new-case.module.css';

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function useConsentWords(draft: Draft): string | null {
  const { t } = useTranslation('new-case');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  if (draft.professions.length === 0) {
    return null;
  }
  const who = labels.list(draft.professions.map((code) => labels.of(professions, code)));
  return draft.consentChannel === null || draft.givenOn === ''
    ? t('summary.consent', { who })
    : t('summary.consentHow', {
        who,
        how: labels.of(consentChannels, draft.consentChannel),
        date: formats.shortDate(new Date(`${draft.givenOn}T12:00:00Z`), now),
      });
}

type SummaryProps = {
  readonly draft: Draft;
  readonly session: Session;
  readonly missing: readonly Field[];
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onForget: () => void;
};

/** What has been written so far, told as people would, what is missing, and the button that sends it. */
export function Summary({ draft, session, missing, error, busy, onForget }: SummaryProps) {
  const { t } = useTranslation('new-case');
  const { t: sentence } = useTranslation('sentence');
  const labels = useLabels();
  const consent = useConsentWords(draft);
  const facts = factsSoFar(draft);
  const about = upperFirst(aboutBusiness(facts, sentence, labels));
  const stage = draft.stage === null ? '' : ` ${sentence('stage', { stage: labels.of(stages, draft.stage) })}`;
  const lead = session.membership.services.find((service) => service.serviceId === draft.actingServiceId);
  return (
    <Card title={t('summary.title')}>
      <p className={classes.told}>
        <Rich text={`${about}.${stage}`} />
      </p>
      {draft.difficulties.length > 0 && <Difficulties facts={facts} />}
      <ul className={classes.facts}>
        {draft.languages.length > 0 && (
          <li className={classes.fact}>
            <IconLanguage size={16} aria-hidden />
            {t('summary.languages', { list: labels.list(draft.languages.map((code) => labels.caseLanguage(code))) })}
          </li>
        )}
        <li className={classes.fact}>
          <IconClock size={16} aria-hidden />
          {t(`summary.${draft.urgency}`)}
        </li>
        {consent !== null && (
          <li className={classes.fact}>
            <IconShieldCheck size={16} aria-hidden />
            {consent}
          </li>
        )}
        <li className={classes.fact}>
          <IconUserCheck size={16} aria-hidden />
          {lead === undefined
            ? t(session.membership.services.length > 1 ? 'summary.leadUnknown' : 'summary.noLead')
            : t('summary.lead', { service: labels.text(lead.name), organisation: houseOf(session.membership) })}
        </li>
      </ul>
      {missing.length > 0 && (
        <div className={classes.missing}>
          {t('summary.missing')}
          <ul>
            {missing.map((field) => (
              <li key={field}>
                <button type="button" className={classes.jump} onClick={() => focusField(field)}>
                  {t(`field.${field}`)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.send}>
        <Problem error={error} />
        <Button type="submit" size="md" loading={busy} fullWidth>
          {t('send')}
        </Button>
        <div className={classes.kept}>
          <span>{t('kept')}</span>
          <button type="button" className={classes.text} onClick={onForget}>
            {t('forget')}
          </button>
        </div>
      </div>
    </Card>
  );
}
