import type { CodeList } from '../../kernel/codes/code-list.js';

/** Why a pack or a remark was withdrawn; each reads on after “withdrawn on …:”. */
export const withdrawalReasons = {
  'names-somebody': {
    label: {
      fr: 'quelqu’un pouvait y être reconnu',
      nl: 'iemand was erin te herkennen',
      en: 'somebody could be recognised in it',
    },
  },
  mistaken: {
    label: { fr: 'il y avait une erreur', nl: 'er stond een fout in', en: 'there was a mistake in it' },
  },
  replaced: {
    label: { fr: 'une nouvelle version existe', nl: 'er is een nieuwe versie', en: 'there is a new version' },
  },
} as const satisfies CodeList<string>;
export type WithdrawalReason = keyof typeof withdrawalReasons;
