import type { CodeList } from '../../kernel/codes/code-list.js';

/** What the publisher of a series says of one observation; `confidential`: there is a value and it is not told. */
export const seriesFlags = {
  break: { label: { fr: 'rupture de série', nl: 'breuk in de reeks', en: 'break in the series' } },
  provisional: { label: { fr: 'provisoire', nl: 'voorlopig', en: 'provisional' } },
  estimated: { label: { fr: 'estimé', nl: 'geraamd', en: 'estimated' } },
  forecast: { label: { fr: 'prévision', nl: 'prognose', en: 'forecast' } },
  confidential: { label: { fr: 'confidentiel', nl: 'vertrouwelijk', en: 'confidential' } },
  unreliable: { label: { fr: 'peu fiable', nl: 'weinig betrouwbaar', en: 'low reliability' } },
  definition: { label: { fr: 'définition différente', nl: 'andere definitie', en: 'definition differs' } },
  other: { label: { fr: 'remarque de la source', nl: 'opmerking van de bron', en: 'remark of the source' } },
} as const satisfies CodeList<string>;
export type SeriesFlag = keyof typeof seriesFlags;
