import type { Stream } from '#contracts/analysis';
import type { EventType } from '#contracts/catalogue';
import { useCallback, useMemo, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../../shared/chips.js';
import { eventLooks } from '../../../shared/event-looks.js';
import { IconChartBar, IconCircleDashed, IconMap } from '../../../shared/icons.js';

type Look = { readonly tone: Tone; readonly icon: ComponentType<{ readonly size?: number }> };

/** Those of a case as everywhere, the others as they like; without a look a type is neutral. */
const looks: Readonly<Partial<Record<EventType, Look>>> = {
  ...eventLooks,
  'relais.directory.capacity-confirmed.v1': { tone: 'blue', icon: IconMap },
  'relais.platform.epoch-published.v1': { tone: 'blue', icon: IconChartBar },
};

/** Icon and colour of a type; those of a type this version does not know are neutral. */
export function lookOf(type: string): Look {
  const look = Object.hasOwn(looks, type) ? looks[type as EventType] : undefined;
  return look ?? { tone: 'grey', icon: IconCircleDashed };
}

/** The stream a type is published in. */
export function streamOf(type: EventType): Stream {
  if (type.startsWith('relais.directory.')) {
    return 'directory';
  }
  return type.startsWith('relais.platform.') ? 'platform' : 'cases';
}

/** The types that have a name here, by which this version knows them. */
function useNamedTypes(): readonly EventType[] {
  const { i18n } = useTranslation('event-names');
  const names = i18n.getResourceBundle(i18n.language, 'event-names') as Readonly<Record<string, string>>;
  return useMemo(() => Object.keys(names) as EventType[], [names]);
}

const order = ['cases', 'directory', 'platform'] as const satisfies readonly Stream[];

/** All types of events, those of cases first. */
export function useEventTypes(): readonly EventType[] {
  const named = useNamedTypes();
  return useMemo(() => order.flatMap((stream) => named.filter((type) => streamOf(type) === stream)), [named]);
}

/** Names types as people do; one this version does not know keeps its technical name. */
export function useTypeNames(): (type: string) => string {
  const { t } = useTranslation('event-names');
  const named: readonly string[] = useNamedTypes();
  return useCallback((type) => (named.includes(type) ? t(type as EventType) : type), [t, named]);
}
