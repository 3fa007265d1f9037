import type { CaseFacts, Party, ServiceRef } from '#contracts/case';
import { sizeBands } from '#contracts/case/codes';
import { region, stages } from '#contracts/kernel/codes';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Names } from '../../../shared/directory.js';
import { useNames } from '../../../shared/directory.js';
import type { Labels } from '../../../shared/labels.js';
import { upperFirst, useLabels } from '../../../shared/labels.js';
import { Rich } from '../../../shared/rich.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    sentence: typeof texts;
  }
}

type Told = {
  readonly facts: CaseFacts;
  readonly from?: Party | null;
  /** The service asked. */
  readonly to?: ServiceRef | null;
  /** Names the service asked too; not for that service itself. */
  readonly nameTarget?: boolean;
};

type Sentence = TFunction<'sentence'>;

function placeOf(facts: CaseFacts, t: Sentence, labels: Labels): string {
  if (facts.municipality === 'outside') {
    return t('outside');
  }
  return region.municipalities[facts.municipality] === undefined
    ? ''
    : t('in', { place: labels.municipality(facts.municipality) });
}

/** "een horecazaak in Elsene, 3–4 jaar oud, 1–4 VTE": what is known of the business, without what is not. */
export function aboutBusiness(facts: CaseFacts, t: Sentence, labels: Labels): string {
  const business = t('about', { sector: t(`sector.${facts.sector}`), place: placeOf(facts, t, labels) });
  const age = facts.ageBand === 'unknown' ? [] : [t(`age.${facts.ageBand}`)];
  const size = facts.sizeBand === 'unknown' ? [] : [labels.of(sizeBands, facts.sizeBand)];
  return [business, ...age, ...size].join(', ');
}

/** A case in two sentences: who asks what for whom, and the stage. `<b>` marks emphasis. */
export function caseSentence(told: Told, t: Sentence, labels: Labels, names: Names): string {
  const about = aboutBusiness(told.facts, t, labels);
  const stage = t('stage', { stage: labels.of(stages, told.facts.stage) });
  if (told.from == null || told.to == null) {
    return `${upperFirst(t('plain', { about }))} ${stage}`;
  }
  const parts = {
    from: names.organisation(told.from.organisationId),
    help: t(`help.${told.to.profession}`),
    about,
    to: names.organisation(told.to.organisationId),
  };
  return `${t(told.nameTarget === true ? 'asksOf' : 'asks', parts)} ${stage}`;
}

/** A case told as people would. */
export function CaseSentence(told: Told) {
  const { t } = useTranslation('sentence');
  return <Rich text={caseSentence(told, t, useLabels(), useNames())} />;
}
