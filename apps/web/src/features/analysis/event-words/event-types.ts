import type { Stream } from '#contracts/analysis';
import type { EventType } from '#contracts/catalogue';
import { useCallback, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../../shared/chips.js';
import { eventLooks } from '../../../shared/event-looks.js';
import { IconChartBar, IconCircleDashed, IconHourglass, IconMap } from '../../../shared/icons.js';

type Look = { readonly tone: Tone; readonly icon: ComponentType<{ readonly size?: number }> };

const looks: Readonly<Record<EventType, Look>> = {
  ...eventLooks,
  'relais.directory.capacity-confirmed.v1': { tone: 'blue', icon: IconMap },
  'relais.directory.capacity-lapsed.v1': { tone: 'grey', icon: IconHourglass },
  'relais.platform.epoch-published.v1': { tone: 'blue', icon: IconChartBar },
};

/** All types of events, those of cases first. */
export const eventTypes = Object.keys(looks) as readonly EventType[];

function isKnown(type: string): type is EventType {
  return Object.hasOwn(looks, type);
}

/** Icon and colour of a type; those of a type this version does not know are neutral. */
export function lookOf(type: string): Look {
  return isKnown(type) ? looks[type] : { tone: 'grey', icon: IconCircleDashed };
}

/** The stream a type is published in. */
export function streamOf(type: EventType): Stream {
  if (type.startsWith('relais.directory.')) {
    return 'directory';
  }
  return type.startsWith('relais.platform.') ? 'platform' : 'cases';
}

type Short<Type extends string> = Type extends `relais.${infer Name}.v1` ? Name : never;

/** Names types as people do; one this version does not know keeps its technical name. */
export function useTypeNames(): (type: string) => string {
  const { t } = useTranslation('events');
  return useCallback(
    (type) => (isKnown(type) ? t(`type.${type.slice('relais.'.length, -'.v1'.length) as Short<EventType>}`) : type),
    [t],
  );
}
