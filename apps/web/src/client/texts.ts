import type common from './common/texts.fr.json';

/** The names of rooms in the navigation; each subject adds those of its `names.fr.json`. */
// eslint-disable-next-line typescript/no-empty-object-type
export interface Names {}

/** What kinds of events are called, by type; each subject adds those of its `event-names.fr.json`. */
// eslint-disable-next-line typescript/no-empty-object-type
export interface EventNames {}

/** All texts by namespace, the name of their folder; each folder with a `texts.fr.json` adds its own. The French give the keys. */
export interface Texts {
  common: typeof common;
  names: Names;
  'event-names': EventNames;
}

/** A key of `names`. */
export type RoomName = keyof Names;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Texts;
  }
}
