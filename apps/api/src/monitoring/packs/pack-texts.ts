import type { Language } from '#contracts/kernel/codes';

/** What a pack says beside its figures. */
type PackTexts = {
  readonly title: (day: string) => string;
  readonly rounded: (base: number) => string;
  readonly origin: (date: string, number: number, hash: string) => string;
  readonly counting: string;
  /** Of a pack that was withdrawn: when, why, and the hash that stays. */
  readonly withdrawn: (day: string, reason: string, hash: string) => string;
  /** The parts of a counting rule. */
  readonly rule: Readonly<
    Record<'numerator' | 'denominator' | 'start' | 'stop' | 'pause' | 'reopened' | 'smallest', string>
  >;
};

/** The words of packs by language; days come in the words of the language. */
export const packTexts: Readonly<Record<Language, PackTexts>> = {
  fr: {
    title: (day) => `Cahier de la plénière du ${day}`,
    rounded: (base) =>
      `Chaque chiffre est une somme de multiples de ${base}, pour que personne n’y soit reconnaissable : par case et par publication, l’écart est d’au plus ${base - 1}. Un trimestre d’environ 80 dossiers s’écarte de 3 à 5 en moyenne. Ce n’est pas une garantie mathématique de confidentialité (« confidentialité différentielle », differential privacy).`,
    origin: (date, number, hash) => `Publié le ${date} ; publication ${number}, empreinte ${hash}.`,
    counting: 'Comment nous comptons',
    withdrawn: (day, reason, hash) =>
      `Retiré le ${day} : ${reason}. Son contenu est effacé ; son empreinte reste : ${hash}.`,
    rule: {
      numerator: 'compté',
      denominator: 'sur',
      start: 'début',
      stop: 'fin',
      pause: 'pause',
      reopened: 'réouverture',
      smallest: 'montré à partir de',
    },
  },
  nl: {
    title: (day) => `Bundel van de plenaire van ${day}`,
    rounded: (base) =>
      `Elk cijfer is een som van veelvouden van ${base}, zodat niemand erin te herkennen is: per vakje en publicatie wijkt het hoogstens ${base - 1} af. Een kwartaal met ongeveer 80 dossiers wijkt gemiddeld 3 tot 5 af. Dit is geen wiskundige privacygarantie (“differentiële privacy”, differential privacy).`,
    origin: (date, number, hash) => `Gepubliceerd op ${date}; publicatie ${number}, vingerafdruk ${hash}.`,
    counting: 'Hoe we tellen',
    withdrawn: (day, reason, hash) =>
      `Ingetrokken op ${day}: ${reason}. De inhoud is gewist; de vingerafdruk blijft: ${hash}.`,
    rule: {
      numerator: 'geteld',
      denominator: 'op',
      start: 'begin',
      stop: 'einde',
      pause: 'pauze',
      reopened: 'heropening',
      smallest: 'getoond vanaf',
    },
  },
  en: {
    title: (day) => `Pack of the plenary of ${day}`,
    rounded: (base) =>
      `Every figure is a sum of multiples of ${base}, so that nobody can be recognised in it: per cell and publication it is at most ${base - 1} off. A quarter of about 80 cases is off by 3 to 5 on average. It is not a mathematical guarantee of privacy (“differential privacy”).`,
    origin: (date, number, hash) => `Published on ${date}; publication ${number}, fingerprint ${hash}.`,
    counting: 'How we count',
    withdrawn: (day, reason, hash) =>
      `Withdrawn on ${day}: ${reason}. What it said is erased; its fingerprint stays: ${hash}.`,
    rule: {
      numerator: 'counted',
      denominator: 'out of',
      start: 'begins',
      stop: 'ends',
      pause: 'pause',
      reopened: 'reopening',
      smallest: 'shown from',
    },
  },
};
