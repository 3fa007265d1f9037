import type { EventType } from '#contracts/catalogue';
import { eventTypesByStream } from '#contracts/catalogue/codes';
import { streamNames, type StreamName } from '#contracts/kernel/codes';
import { useCallback, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../../shared/chips.js';
import { eventLooks } from '../../../shared/event-looks.js';
import { IconChartBar, IconCircleDashed, IconHourglass, IconMap } from '../../../shared/icons.js';

type Look = { readonly tone: Tone; readonly icon: ComponentType<{ readonly size?: number }> };

/** Those of a case as everywhere, the others as they like; without a look of its own a type is neutral. */
const looks: Readonly<Partial<Record<EventType, Look>>> = {
  ...eventLooks,
  'relais.directory.capacity-confirmed.v1': { tone: 'blue', icon: IconMap },
  'relais.directory.capacity-lapsed.v1': { tone: 'grey', icon: IconHourglass },
  'relais.platform.epoch-published.v1': { tone: 'blue', icon: IconChartBar },
};

/** The types of a stream, or all of them, those of cases first. */
export function typesOf(stream: StreamName | undefined): readonly EventType[] {
  return stream === undefined ? streamNames.flatMap((name) => eventTypesByStream[name]) : eventTypesByStream[stream];
}

const known: ReadonlySet<string> = new Set(typesOf(undefined));

function isKnown(type: string): type is EventType {
  return known.has(type);
}

/** Icon and colour of a type; those of a type this version does not know are neutral. */
export function lookOf(type: string): Look {
  return (isKnown(type) ? looks[type] : undefined) ?? { tone: 'grey', icon: IconCircleDashed };
}

/** Names types as people do; one this version does not know keeps its technical name. */
export function useTypeNames(): (type: string) => string {
  const { t } = useTranslation('event-names');
  return useCallback((type) => (isKnown(type) ? t(type) : type), [t]);
}
