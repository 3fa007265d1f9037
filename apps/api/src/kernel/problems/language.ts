import { languages, type Language } from '#contracts/kernel/codes';

/** The best language of an `Accept-Language` header; French when it names none of ours. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry, place) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split('-', 1).join(''), weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  const first = wanted.map((one) => languages.find((ours) => ours === one.language)).find((one) => one !== undefined);
  return first ?? 'fr';
}
