import type { EventOf, EventType } from '#contracts/catalogue';
import { streamNames, type StreamName } from '#contracts/kernel/codes';
import { useCallback, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../../shared/chips.js';
import { eventLooks } from '../../../shared/event-looks.js';
import { IconChartBar, IconCircleDashed, IconHourglass, IconMap } from '../../../shared/icons.js';

type Look = { readonly tone: Tone; readonly icon: ComponentType<{ readonly size?: number }> };

type LooksOf<Name extends StreamName> = Readonly<Record<EventOf<Name>['type'], Look>>;

/** By stream: whose type it is says the table of streams, and the compiler asks for each under its name. */
const looks: { readonly [Name in StreamName]: LooksOf<Name> } = {
  cases: eventLooks,
  directory: {
    'relais.directory.capacity-confirmed.v1': { tone: 'blue', icon: IconMap },
    'relais.directory.capacity-lapsed.v1': { tone: 'grey', icon: IconHourglass },
  },
  platform: { 'relais.platform.epoch-published.v1': { tone: 'blue', icon: IconChartBar } },
};

const looksByType = new Map<string, Look>(Object.values(looks).flatMap((ofStream) => Object.entries(ofStream)));

/** The types of a stream, or all of them, those of cases first. */
export function typesOf(stream: StreamName | undefined): readonly EventType[] {
  const names = stream === undefined ? streamNames : [stream];
  return names.flatMap((name) => Object.keys(looks[name]) as EventType[]);
}

function isKnown(type: string): type is EventType {
  return looksByType.has(type);
}

/** Icon and colour of a type; those of a type this version does not know are neutral. */
export function lookOf(type: string): Look {
  return looksByType.get(type) ?? { tone: 'grey', icon: IconCircleDashed };
}

/** Names types as people do; one this version does not know keeps its technical name. */
export function useTypeNames(): (type: string) => string {
  const { t } = useTranslation('event-names');
  return useCallback((type) => (isKnown(type) ? t(type) : type), [t]);
}
