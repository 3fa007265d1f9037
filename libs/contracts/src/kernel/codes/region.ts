import { type Language, type Text, CodeList } from './code-list.js';
import { brussels } from './region.brussels.js';

/** A working calendar: which minutes count, in the civil time of central Europe. */
export type WorkingCalendar = {
  /** Minutes from midnight at which a working day begins and ends. */
  readonly opens: number;
  readonly closes: number;
  /** ISO weekdays that are worked, 1 = Monday. */
  readonly weekdays: readonly number[];
  /** Fixed holidays as MM-DD. */
  readonly fixedHolidays: readonly string[];
  /** Holidays as days after Easter Sunday. */
  readonly easterHolidays: readonly number[];
  /** Hours ahead of UTC in winter; summer time follows the rule of the European Union when `summerTime` is true. */
  readonly winterOffsetHours: number;
  readonly summerTime: boolean;
};

/** A municipality. */
export type Place = { readonly label: Text; readonly tile: readonly [number, number]; readonly area: string };

/** Who answers for the accessibility of public sites, once whoever runs one has not. */
export type Redress = {
  /** The law that carries out the European directive on public-sector sites. */
  readonly law: Text;
  readonly name: Text;
  readonly site: Readonly<Record<Language, string>>;
  readonly phone: string;
  readonly post: Text;
  /** For whom they may act. */
  readonly remit: Text;
  /** Who looks regularly whether public sites are accessible; hears no complaints. */
  readonly monitor: { readonly name: string; readonly site: string };
  /** Where a site that somebody else runs is complained about. */
  readonly others: string;
};

/** All that differs from one region to another. */
export type Region = {
  readonly code: string;
  readonly label: Text;
  /** Parts of the region, the coarse grain of published figures. */
  readonly areas: Readonly<Record<string, { readonly label: Text }>>;
  /** Codes under which statistics know the region as a whole. */
  readonly statisticalCodes: readonly string[];
  /** Municipalities by NIS code; `tile` is column and row on the tile map, `area` a key of `areas`. */
  readonly municipalities: Readonly<Record<string, Place>>;
  readonly calendar: WorkingCalendar;
  readonly timeZone: string;
  readonly redress: Redress;
  /** How its people write numbers and dates in each language. */
  readonly locales: Readonly<Record<Language, string>>;
};

/** The region this installation serves. */
export const region: Region = brussels;

/** Places that are no municipality of the region. */
export const elsewhere = {
  outside: { label: { fr: 'hors région', nl: 'buiten het gewest', en: 'outside the region' } },
  unknown: { label: { fr: 'commune inconnue', nl: 'gemeente onbekend', en: 'municipality unknown' } },
} as const;

/** Areas of the region and `elsewhere` for what lies outside it or is not known. */
export const areas: Readonly<Record<string, { readonly label: Text }>> = {
  ...region.areas,
  elsewhere: {
    label: { fr: 'hors région ou inconnu', nl: 'buiten het gewest of onbekend', en: 'outside the region or unknown' },
  },
};

/** The area of a municipality code. */
export function areaOf(municipality: string): string {
  return region.municipalities[municipality]?.area ?? 'elsewhere';
}

/** Municipalities of the region, `outside` and `unknown`. */
export const places: CodeList<string> = { ...region.municipalities, ...elsewhere };
