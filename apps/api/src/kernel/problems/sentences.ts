import type { z } from 'zod';
import * as analysisCodes from '#contracts/analysis/codes';
import * as caseCodes from '#contracts/case/codes';
import * as directoryCodes from '#contracts/directory/codes';
import * as kernelCodes from '#contracts/kernel/codes';
import { formOf } from '#contracts/kernel';
import type { Language, Text } from '#contracts/kernel/codes';
import * as monitoringCodes from '#contracts/monitoring/codes';
import * as peopleCodes from '#contracts/people/codes';
import { fill } from './wording.js';

type Issue = z.core.$ZodIssue;
type Said = readonly [text: Text, params?: Readonly<Record<string, string | number>>];

/** Most codes that one sentence names. */
const mostNamed = 40;

/** What is wrong with a value, and what to send instead. */
const sentences = {
  missing: { fr: 'manque ; {expected}', nl: 'ontbreekt; {expected}', en: 'is missing; {expected}' },
  'missing-code': {
    fr: 'manque ; choisissez parmi {codes}',
    nl: 'ontbreekt; kies uit {codes}',
    en: 'is missing; choose among {codes}',
  },
  kind: {
    fr: 'ne convient pas ; {expected}',
    nl: 'is niet bruikbaar; {expected}',
    en: 'does not fit; {expected}',
  },
  code: {
    fr: '« {value} » n’est pas un code de cette liste ; choisissez parmi {codes}',
    nl: '“{value}” is geen code van deze lijst; kies uit {codes}',
    en: '“{value}” is no code of this list; choose among {codes}',
  },
  noNumber: { fr: 'ce n’est pas un nombre', nl: 'dit is geen getal', en: 'this is not a number' },
  endless: {
    fr: 'ce nombre est trop grand pour être gardé',
    nl: 'dit getal is te groot om te bewaren',
    en: 'this number is too large to be kept',
  },
  empty: { fr: 'ne peut pas être vide', nl: 'mag niet leeg zijn', en: 'must not be empty' },
  'most-characters': {
    fr: 'écrivez au plus {count} caractères',
    nl: 'schrijf hoogstens {count} tekens',
    en: 'write at most {count} characters',
  },
  'least-characters': {
    fr: 'écrivez au moins {count} caractères',
    nl: 'schrijf minstens {count} tekens',
    en: 'write at least {count} characters',
  },
  'most-items': {
    fr: 'donnez au plus {count} éléments',
    nl: 'geef hoogstens {count} elementen',
    en: 'give at most {count} items',
  },
  'least-items': {
    fr: 'donnez au moins {count} élément(s)',
    nl: 'geef minstens {count} element(en)',
    en: 'give at least {count} item(s)',
  },
  most: { fr: 'donnez au plus {count}', nl: 'geef hoogstens {count}', en: 'give at most {count}' },
  least: { fr: 'donnez au moins {count}', nl: 'geef minstens {count}', en: 'give at least {count}' },
  below: { fr: 'donnez moins de {count}', nl: 'geef minder dan {count}', en: 'give less than {count}' },
  above: { fr: 'donnez plus de {count}', nl: 'geef meer dan {count}', en: 'give more than {count}' },
  names: {
    fr: 'inconnu ici : {names}',
    nl: 'hier onbekend: {names}',
    en: 'unknown here: {names}',
  },
  other: {
    fr: 'cette valeur ne convient pas ici',
    nl: 'deze waarde is hier niet bruikbaar',
    en: 'this value does not fit here',
  },
} as const satisfies Record<string, Text>;

/** What is expected, by the name that zod has for it. */
const kinds: Readonly<Record<string, Text>> = {
  string: { fr: 'écrivez un texte', nl: 'schrijf een tekst', en: 'write a text' },
  number: { fr: 'écrivez un nombre', nl: 'schrijf een getal', en: 'write a number' },
  int: { fr: 'écrivez un nombre entier', nl: 'schrijf een geheel getal', en: 'write a whole number' },
  boolean: { fr: 'écrivez true ou false', nl: 'schrijf true of false', en: 'write true or false' },
  array: { fr: 'donnez une liste', nl: 'geef een lijst', en: 'give a list' },
  object: {
    fr: 'donnez un objet JSON, entre accolades',
    nl: 'geef een JSON-object, tussen accolades',
    en: 'give a JSON object, in braces',
  },
  record: {
    fr: 'donnez un objet JSON, entre accolades',
    nl: 'geef een JSON-object, tussen accolades',
    en: 'give a JSON object, in braces',
  },
};

const formats: Readonly<Record<string, Text>> = {
  uuid: {
    fr: 'écrivez un identifiant UUID, par exemple 4f9a3c1e-8f7b-4d5e-9a6c-2b1d0e3f4a5b',
    nl: 'schrijf een UUID, bijvoorbeeld 4f9a3c1e-8f7b-4d5e-9a6c-2b1d0e3f4a5b',
    en: 'write a UUID, for example 4f9a3c1e-8f7b-4d5e-9a6c-2b1d0e3f4a5b',
  },
  datetime: {
    fr: 'écrivez un moment en UTC, par exemple 2026-11-24T08:30:00.000Z',
    nl: 'schrijf een moment in UTC, bijvoorbeeld 2026-11-24T08:30:00.000Z',
    en: 'write a moment in UTC, for example 2026-11-24T08:30:00.000Z',
  },
  date: {
    fr: 'écrivez une date qui existe, par exemple 2026-11-24',
    nl: 'schrijf een datum die bestaat, bijvoorbeeld 2026-11-24',
    en: 'write a date that exists, for example 2026-11-24',
  },
  url: {
    fr: 'écrivez une adresse complète, par exemple https://www.exemple.be/page',
    nl: 'schrijf een volledig adres, bijvoorbeeld https://www.voorbeeld.be/pagina',
    en: 'write a whole address, for example https://www.example.org/page',
  },
  email: {
    fr: 'écrivez une adresse e-mail, par exemple prenom.nom@exemple.be',
    nl: 'schrijf een e-mailadres, bijvoorbeeld voornaam.naam@voorbeeld.be',
    en: 'write an e-mail address, for example first.last@example.org',
  },
  safeint: {
    fr: 'écrivez un nombre entier entre -9007199254740991 et 9007199254740991',
    nl: 'schrijf een geheel getal tussen -9007199254740991 en 9007199254740991',
    en: 'write a whole number between -9007199254740991 and 9007199254740991',
  },
};

type Named = Readonly<Record<string, { readonly label: Text }>>;

/** Every list of codes that has names; a code is shown with the name it has where all codes asked for are known. */
const lists: readonly Named[] = [
  caseCodes,
  kernelCodes,
  directoryCodes,
  monitoringCodes,
  peopleCodes,
  analysisCodes,
].flatMap((codes) => Object.values(codes as Readonly<Record<string, unknown>>).filter(isNamed));

function isNamed(list: unknown): list is Named {
  const values = typeof list === 'object' && list !== null ? Object.values(list as object) : [];
  return (
    values.length > 0 && values.every((one) => typeof (one as { label?: { fr?: unknown } })?.label?.fr === 'string')
  );
}

/** Codes with their names, where they have some: `full (complet), …`. */
function namedCodes(values: readonly z.core.util.Primitive[], language: Language): string {
  const codes = values.map(String);
  const knowing = lists.filter((list) => codes.every((code) => Object.hasOwn(list, code)));
  const [list] = knowing.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
  const named = codes.slice(0, mostNamed).map((code) => {
    const label = list?.[code]?.label[language];
    return label === undefined || label === code ? code : `${code} (${label})`;
  });
  return [...named, ...(codes.length > mostNamed ? ['…'] : [])].join(', ');
}

/** A value as a sentence shows it; what is within a list or an object is the reader's to look at, however deep it goes. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
  return String(value).slice(0, 60);
}

/** The sentence of one fault that zod found. */
export function sentenceOf(issue: Issue, language: Language): string {
  const [text, params] = saidOf(issue, language);
  return fill(text, language, params);
}

function saidOf(issue: Issue, language: Language): Said {
  switch (issue.code) {
    case 'custom':
      return [(issue.params?.['text'] as Text | undefined) ?? sentences.other];
    case 'invalid_type':
      return saidOfType(issue, language);
    case 'invalid_value':
      return saidOfCode(issue.values, issue.input, language);
    case 'invalid_format': {
      const form = formats[issue.format] ?? formOf(issue.pattern ?? '');
      return [form ?? sentences.other];
    }
    case 'too_big':
      return [limitOf(issue.origin, issue.inclusive === false, most), { count: String(issue.maximum) }];
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? [sentences.empty]
        : [limitOf(issue.origin, issue.inclusive === false, least), { count: String(issue.minimum) }];
    case 'unrecognized_keys':
      return [sentences.names, { names: issue.keys.map(shown).join(', ') }];
    case 'invalid_key':
    case 'invalid_element': {
      const [first] = issue.issues;
      return first === undefined ? [sentences.other] : saidOf(first, language);
    }
    case 'invalid_union':
      return saidOfUnion(issue, language);
    case 'not_multiple_of':
      return [sentences.other];
    default:
      return issue satisfies never;
  }
}

function saidOfType({ expected, input }: z.core.$ZodIssueInvalidType, language: Language): Said {
  if (typeof input === 'number') {
    if (Number.isNaN(input)) {
      return [sentences.noNumber];
    }
    if (!Number.isFinite(input)) {
      return [sentences.endless];
    }
  }
  const kind = (kinds[expected] ?? sentences.other)[language];
  return [input === undefined ? sentences.missing : sentences.kind, { expected: kind }];
}

function saidOfCode(values: readonly z.core.util.Primitive[], input: unknown, language: Language): Said {
  const codes = namedCodes(values, language);
  return input === undefined
    ? [sentences['missing-code'], { codes }]
    : [sentences.code, { value: shown(input), codes }];
}

function saidOfUnion(issue: z.core.$ZodIssueInvalidUnion, language: Language): Said {
  if ('discriminator' in issue && issue.discriminator !== undefined && 'options' in issue) {
    const input = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[issue.discriminator];
    return saidOfCode(issue.options ?? [], input, language);
  }
  // Of the shapes that were possible the one that was meant, and not those of another kind of value.
  const all = issue.errors.flat();
  const values = all.flatMap((one) => (one.code === 'invalid_value' ? one.values : []));
  if (values.length > 0 && all.every(({ code }) => code === 'invalid_value')) {
    return saidOfCode(values, issue.input, language);
  }
  const meant = all.find(({ code }) => code !== 'invalid_type') ?? all[0];
  return meant === undefined ? [sentences.other] : saidOf(meant, language);
}

type Limits = Readonly<Record<'characters' | 'items' | 'inclusive' | 'exclusive', Text>>;
const most: Limits = {
  characters: sentences['most-characters'],
  items: sentences['most-items'],
  inclusive: sentences.most,
  exclusive: sentences.below,
};
const least: Limits = {
  characters: sentences['least-characters'],
  items: sentences['least-items'],
  inclusive: sentences.least,
  exclusive: sentences.above,
};

function limitOf(origin: string, exclusive: boolean, limits: Limits): Text {
  if (origin === 'string') {
    return limits.characters;
  }
  if (origin === 'array') {
    return limits.items;
  }
  return exclusive ? limits.exclusive : limits.inclusive;
}
