import { columnLists } from '#contracts/analysis/codes';
import {
  ageBands,
  caseOutcomes,
  channels,
  consentChannels,
  declineReasons,
  dispatchReasons,
  dispatchResolutions,
  escalationCauses,
  holdReasons,
  legalForms,
  progressSteps,
  recallReasons,
  referralOutcomes,
  reopenReasons,
  sizeBands,
} from '#contracts/case/codes';
import { capacities } from '#contracts/directory/codes';
import { caseLanguages, difficulties, originKinds, professions, streamNames, type Text } from '#contracts/kernel/codes';
import { followUpResults } from '#contracts/monitoring/codes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../shared/directory.js';
import { useLabels } from '../../../shared/labels.js';
import { useTypeNames } from './event-types.js';
import { useMoments } from './moments.js';

type Named = Readonly<Record<string, { readonly label: Text }>>;

/** Code lists by the name of the field, as columns and as the data write it. */
const lists: Readonly<Record<string, Named>> = {
  ...columnLists,
  legalForm: legalForms,
  sizeBand: sizeBands,
  ageBand: ageBands,
  channel: { ...consentChannels, ...channels },
  difficulties,
  professions,
  capacity: capacities,
  step: progressSteps,
  status: followUpResults,
  resolution: dispatchResolutions,
  cause: escalationCauses,
};

/** The same word for a reason means different things for different events. */
const reasons: Readonly<Record<string, Named>> = {
  'relais.referral.declined.v1': declineReasons,
  'relais.referral.held.v1': holdReasons,
  'relais.referral.recall-requested.v1': recallReasons,
  'relais.referral.recalled.v1': recallReasons,
  'relais.case.reopened.v1': reopenReasons,
  'relais.case.queued-for-dispatch.v1': dispatchReasons,
};

function listOf(meaning: string, type: string | undefined): Named | undefined {
  if (meaning === 'reason' && type !== undefined) {
    return reasons[type];
  }
  if (meaning === 'outcome' && type !== undefined) {
    return type.startsWith('relais.referral.') ? referralOutcomes : caseOutcomes;
  }
  return Object.hasOwn(lists, meaning) ? lists[meaning] : undefined;
}

/** The codes a value of this meaning can have; none when there is no closed list of them. */
export function codesFor(meaning: string): readonly string[] {
  return Object.keys(listOf(meaning, undefined) ?? {});
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Puts a value in words by what it means, and by the type of its event where that is known; undefined when its code says all there is. */
export type ValueWords = (meaning: string, value: unknown, type?: string) => string | undefined;

/** Names of codes in the language of the screens; whatever else a value may be has none. */
export function useCodeNames(): ValueWords {
  const { t } = useTranslation('events');
  const labels = useLabels();
  const names = useNames();
  const typeName = useTypeNames();

  return useMemo(() => {
    const ofText = (meaning: string, value: string, type: string | undefined): string | undefined => {
      switch (meaning) {
        case 'type':
          return typeName(value);
        case 'stream': {
          const stream = streamNames.find((one) => one === value);
          return stream && t(`stream.${stream}`);
        }
        case 'by_kind': {
          const kind = originKinds.find((one) => one === value);
          return kind && t(`by.${kind}`);
        }
        case 'languages': {
          const spoken = caseLanguages.find((one) => one === value);
          return spoken && labels.caseLanguage(spoken);
        }
        case 'by_organisation':
        case 'organisation':
        case 'organisationId':
          return names.organisation(value);
        case 'by_service':
        case 'service':
        case 'serviceId':
          return names.service(value);
        default: {
          const list = listOf(meaning, type);
          // A query may call anything a profession, "constructor" too.
          return list !== undefined && Object.hasOwn(list, value) ? list[value]?.label[labels.language] : undefined;
        }
      }
    };

    return (meaning, value, type) => (typeof value === 'string' ? ofText(meaning, value, type) : undefined);
  }, [t, labels, names, typeName]);
}

/** Words for values of events in the language of the screens: names of codes, and moments as an analyst reads them. */
export function useValueWords(): ValueWords {
  const nameOf = useCodeNames();
  const moments = useMoments();
  return (meaning, value, type) =>
    typeof value === 'string' && moment.test(value) ? moments.exact(new Date(value)) : nameOf(meaning, value, type);
}

/** One value in a cell: in words where there are any, a list joined by commas, anything deeper as JSON. */
export function cellText(words: ValueWords, meaning: string, value: unknown, type: string): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return value.map((one) => words(meaning, one, type) ?? String(one)).join(', ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : (words(meaning, value, type) ?? String(value));
}
