import { STATUS_CODES } from 'node:http';
import { referralStates } from '#contracts/case/codes';
import { problems, type ProblemDetails } from '#contracts/catalogue';
import { withdrawalReasons } from '#contracts/monitoring/codes';
import { daySaid, professions, region, type Language, type Text } from '#contracts/kernel/codes';
import { fieldNameOf } from './field-names.js';
import { mostObjections, type Problem } from './problem.js';

/** Parameters whose value is a code of a list; people see its label. */
const lists: Readonly<Record<string, Readonly<Record<string, { readonly label: Text }>>>> = {
  profession: professions,
  state: referralStates,
  withdrawal: withdrawalReasons,
};

const numbersIn = (language: Language) => new Intl.NumberFormat(region.locales[language]);
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: numbersIn('fr'),
  nl: numbersIn('nl'),
  en: numbersIn('en'),
};

function written(value: string | number, language: Language): string {
  return typeof value === 'number' ? numbers[language].format(value) : value;
}

/** A sentence with its parameters filled in. */
export function fill(text: Text, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : (lists[name]?.[value]?.label[language] ?? written(value, language));
  });
}

/** The day of an instant in the region, in words. */
export function dayIn(instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(region.locales[language], { dateStyle: 'long', timeZone: region.timeZone });
  return daySaid(day.format(new Date(instant)), language);
}

/** A problem as it is sent, RFC 9457. */
export function detailsOf(problem: Problem, language: Language): ProblemDetails {
  const { code, more } = problem;
  const status = more.status ?? problems[code].status;
  const errors = more.objections
    ?.slice(0, mostObjections)
    .map(({ text, ...one }) => ({ ...one, message: text(language) }));
  const before = language === 'fr' ? '\u00a0' : '';
  const said = (errors ?? [])
    .slice(0, 3)
    .map((one) => (one.path === '' ? one.message : `${fieldNameOf(one.path, language)}${before}: ${one.message}`));
  const params = code === 'bad-input' ? { detail: said.join(`${before}; `), ...more.params } : more.params;
  return {
    type: `urn:relais:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: fill(problems[code].text, language, params),
    ...(errors !== undefined && errors.length > 0 && { errors }),
  };
}
