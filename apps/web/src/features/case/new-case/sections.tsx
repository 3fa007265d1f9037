import type { CaseFacts, Consent } from '#contracts/case';
import { ageBands, channels, consentChannels, legalForms, sectors, sizeBands, urgencies } from '#contracts/case/codes';
import { caseLanguages, codesOf, professions, region, stages } from '#contracts/kernel/codes';
import type { Session } from '#contracts/people';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { civilDate, useNow } from '../../../shared/time.js';
import { DifficultiesField } from './difficulties-field.js';
import type { Draft, Field } from './draft.js';
import { anchorOf, Choice, Pills } from './field.js';
import fieldClasses from './field.module.css';
import classes from './new-case.module.css';

type SectionProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errorOf: (field: Field) => string | undefined;
};

function useOptions() {
  const labels = useLabels();
  return <Code extends string>(list: Parameters<typeof labels.of<Code>>[0]) =>
    codesOf(list).map((value) => ({ value, label: labels.of(list, value) }));
}

function one<Value>(value: Value | null): readonly Value[] {
  return value === null ? [] : [value];
}

/** For which of their services an actor opens the case. */
export function ServiceSection({ draft, change, errorOf, session }: SectionProps & { readonly session: Session }) {
  const { t } = useTranslation('new-case');
  const labels = useLabels();
  return (
    <Card>
      <Pills
        field="actingServiceId"
        label={t('service.label')}
        hint={t('service.hint')}
        options={session.membership.services.map((service) => ({
          value: service.serviceId,
          label: labels.text(service.name),
        }))}
        chosen={one(draft.actingServiceId)}
        onChange={([actingServiceId]) => change({ actingServiceId: actingServiceId ?? null })}
        error={errorOf('actingServiceId')}
      />
    </Card>
  );
}

/** Who it is about: only codes and bands. */
export function WhoSection({ draft, change, errorOf }: SectionProps) {
  const { t } = useTranslation('new-case');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const options = useOptions();
  const places = Object.keys(region.municipalities)
    .map((value) => ({ value, label: labels.municipality(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, labels.language));
  const elsewhere = ['outside', 'unknown'].map((value) => ({ value, label: labels.municipality(value) }));
  return (
    <Card title={t('who.title')} className={classes.section}>
      <Pills
        many
        field="languages"
        label={t('who.languages')}
        options={caseLanguages.map((value) => ({ value, label: labels.caseLanguage(value) }))}
        chosen={draft.languages}
        onChange={(languages) => change({ languages })}
        error={errorOf('languages')}
      />
      <div className={classes.pair}>
        <Choice
          field="municipality"
          label={t('who.municipality')}
          empty={common('form.choose')}
          value={draft.municipality}
          groups={[
            { label: labels.text(region.label), options: places },
            { label: t('who.elsewhere'), options: elsewhere },
          ]}
          onChange={(municipality) => change({ municipality: municipality as CaseFacts['municipality'] })}
          error={errorOf('municipality')}
        />
        <Choice
          field="sector"
          label={t('who.sector')}
          empty={common('form.choose')}
          value={draft.sector}
          groups={[{ options: options(sectors) }]}
          onChange={(sector) => change({ sector: sector as CaseFacts['sector'] })}
          error={errorOf('sector')}
        />
      </div>
      <Pills
        field="legalForm"
        label={t('who.legalForm')}
        options={options(legalForms)}
        chosen={one(draft.legalForm)}
        onChange={([legalForm]) => change({ legalForm: legalForm ?? null })}
        error={errorOf('legalForm')}
      />
      <Pills
        field="sizeBand"
        label={t('who.size')}
        options={options(sizeBands)}
        chosen={one(draft.sizeBand)}
        onChange={([sizeBand]) => change({ sizeBand: sizeBand ?? null })}
        error={errorOf('sizeBand')}
      />
      <Pills
        field="ageBand"
        label={t('who.age')}
        options={options(ageBands)}
        chosen={one(draft.ageBand)}
        onChange={([ageBand]) => change({ ageBand: ageBand ?? null })}
        error={errorOf('ageBand')}
      />
    </Card>
  );
}

/** What is going on. */
export function SituationSection({ draft, change, errorOf }: SectionProps) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  return (
    <Card title={t('situation.title')} className={classes.section}>
      <Pills
        field="stage"
        label={t('situation.stage')}
        options={options(stages)}
        chosen={one(draft.stage)}
        onChange={([stage]) => change({ stage: stage ?? null })}
        error={errorOf('stage')}
      />
      <DifficultiesField
        value={draft.difficulties}
        onChange={(difficulties) => change({ difficulties })}
        error={errorOf('difficulties')}
      />
      <Pills
        field="urgency"
        label={t('situation.urgency')}
        hint={t('situation.urgencyHint')}
        options={options(urgencies)}
        chosen={[draft.urgency]}
        onChange={([urgency]) => urgency !== undefined && change({ urgency })}
      />
      <Pills
        field="channel"
        label={t('situation.channel')}
        options={options(channels)}
        chosen={one(draft.channel)}
        onChange={([channel]) => change({ channel: channel ?? null })}
        error={errorOf('channel')}
      />
    </Card>
  );
}

/** What the entrepreneur agreed to. */
export function ConsentSection({ draft, change, errorOf }: SectionProps) {
  const { t } = useTranslation('new-case');
  const options = useOptions();
  const id = useId();
  const today = civilDate(useNow());
  const givenOnError = errorOf('givenOn');
  return (
    <Card title={t('consent.title')} className={classes.section}>
      <p className={classes.lead}>{t('consent.intro')}</p>
      <Pills<Consent['professions'][number]>
        many
        field="professions"
        label={t('consent.professions')}
        options={options(professions)}
        chosen={draft.professions}
        onChange={(chosen) => change({ professions: chosen })}
        error={errorOf('professions')}
      />
      <div className={classes.pair}>
        <Pills
          field="consentChannel"
          label={t('consent.how')}
          options={options(consentChannels)}
          chosen={one(draft.consentChannel)}
          onChange={([consentChannel]) => change({ consentChannel: consentChannel ?? null })}
          error={errorOf('consentChannel')}
        />
        <div id={anchorOf('givenOn')}>
          <label htmlFor={id} className={fieldClasses.label}>
            {t('consent.givenOn')}
          </label>
          <input
            id={id}
            type="date"
            className={classes.date}
            value={draft.givenOn}
            max={today}
            aria-invalid={givenOnError !== undefined}
            aria-describedby={givenOnError === undefined ? undefined : `${id}-error`}
            onChange={(event) => change({ givenOn: event.target.value })}
          />
          {givenOnError !== undefined && (
            <p id={`${id}-error`} className={fieldClasses.error}>
              {givenOnError}
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}
