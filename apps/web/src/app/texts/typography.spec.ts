import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '#contracts/kernel/codes';

const root = path.join(import.meta.dirname, '../../../../..');
const literal = String.raw`(['\`])((?:(?!\%)[^\\\n]|\\.)*)\%`;
const quoted = (group: number) => literal.replaceAll('%', String(group));

function filesIn(folder: string, kind: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => path.join(root, folder, file));
}

function textsOfCatalogue(found: unknown): string[] {
  return typeof found === 'string' ? [found] : Object.values(found ?? {}).flatMap(textsOfCatalogue);
}

/** What code calls `fr`, `nl` or `en`, and three texts side by side, as events and columns have them. */
function textsOfCode(code: string, language: Language, isContract: boolean): string[] {
  const place = languages.indexOf(language);
  const called = new RegExp(String.raw`\b${language}: (?:\([^()]*\) =>\s*)?${quoted(1)}`, 'g');
  const three = new RegExp(`${quoted(1)},\\s+${quoted(3)},\\s+${quoted(5)}(?!,\\s+['\`])`, 'g');
  return [
    ...[...code.matchAll(called)].map((found) => found[2] ?? ''),
    ...[...(isContract ? code.replace(/enum\(\[[^\]]*\]/g, '') : '').matchAll(three)].map(
      (found) => found[2 + 2 * place] ?? '',
    ),
  ].map((text) => text.replace(/\\u([0-9a-f]{4})/g, (_, sign: string) => String.fromCodePoint(parseInt(sign, 16))));
}

// Columns of SQL stand side by side too, so three texts are looked for where contracts tell what things mean.
const code = ['apps', 'libs']
  .flatMap((folder) => filesIn(folder, /(?<!\.spec)\.tsx?$/))
  .map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));

/** Every text of a language that a person may read. */
function textsIn(language: Language): readonly string[] {
  const ofOneLanguage = new RegExp(String.raw`[/\\]texts[/\\]${language}\.ts$`);
  return [
    ...filesIn('apps/web/src', new RegExp(String.raw`\.${language}\.json$`)).flatMap((file) =>
      textsOfCatalogue(JSON.parse(readFileSync(file, 'utf8'))),
    ),
    ...code.flatMap(({ file, text }) =>
      ofOneLanguage.test(file)
        ? [...text.matchAll(new RegExp(`: ${quoted(1)}`, 'g'))].map((found) => found[2] ?? '')
        : textsOfCode(text, language, file.includes('contracts')),
    ),
  ];
}

const texts: Readonly<Record<Language, readonly string[]>> = {
  fr: textsIn('fr'),
  nl: textsIn('nl'),
  en: textsIn('en'),
};

/** Each passage of a language that a rule forbids, with what stands around it. */
function found(language: Language, rule: RegExp, of: (text: string) => string = (text) => text): string[] {
  const around = new RegExp(`.{0,30}(?:${rule.source}).{0,30}`, `g${rule.flags}`);
  return texts[language].flatMap((text) => of(text).match(around) ?? []);
}

/** Without what stands between quotes, which is often a code, and without placeholders and names of events. */
function prose(text: string): string {
  return text.replace(/«[^»]*»|“[^”]*”|\{\{?[^{}]*\}\}?|\$\{[^{}]*\}|https?:\S+|\$?\w*[._$/=]\w[\w./$=]*/g, '');
}

type Rule = readonly [Language, string, RegExp, ((text: string) => string)?];

const abbreviations =
  'TVA ONSS BTW RSZ VAT PDF CSV IBAN SQL NDJSON JSON API UTC NIS UUID ASCII ASBL VZW ETP VTE FTE'.split(' ');

/** Any of them in other letters than capitals. */
const smallened = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:${abbreviations
    .map((one) => `(?!${one})${one.replace(/./g, (letter) => `[${letter}${letter.toLowerCase()}]`)}`)
    .join('|')})(?![\p{L}\d])`,
  'u',
);

const typography: readonly Rule[] = [
  [
    'fr',
    'a no-break space (U+00A0) before ? ! : ; %',
    /[^\u00a0?!<>=(][?!;%](?=[\s)»<]|$)|[^\u00a0\s]:(?=\s)| [?!:;%](?!=)/u,
    (text) => text.replace(/\([?!]\)|«\u202f\S\u202f»|[{$]?\{[^{}]*\}\}?/g, 'x'),
  ],
  ['fr', 'a narrow no-break space (U+202F) inside « »', /«(?!\u202f)|(?<!\u202f)»/u],
  ['fr', 'no quotes but « »', /[“”„]/],
  ['nl', 'no quotes but “ ”', /[«»„‘]/],
  ['en', 'no quotes but “ ”', /[«»„‘]/],
  ['nl', 'a no-break space (U+00A0) before %', /[\d}] ?%/],
  ['en', 'no space before %', /[\d}][\s\u00a0]%/],
  ['nl', 'no space before ? ! : ;', /\s[?!:;](?=\s|$)/],
  ['en', 'no space before ? ! : ;', /\s[?!:;](?=\s|$)/],
  ...languages.flatMap((language): Rule[] => [
    [language, 'typographic apostrophes', /\p{L}'\p{L}/u],
    [language, 'no straight quotes', /"/],
    [language, 'an ellipsis of one sign', /\.\.\./],
    [language, 'no doubled space', / {2}/],
    [language, 'a number kept with its unit', /[\d}] (?:ko|Mo|kB|MB|min|s|h|u|j|d)(?![\p{L}’])/u],
    [language, 'abbreviations in capitals', smallened, prose],
  ]),
];

const words: readonly Rule[] = [
  ['fr', '“rappeler” is to remind: a request is recalled as “retirer”, a reminder is “relance”', /rappel/i],
  ['fr', '“accord”', /consentement/i],
  ['fr', '“profession”', /métier/i],
  ['fr', '“clôturer”', /\b(?:clos|clore|closes?)\b(?!-)/i],
  ['fr', '“expirer”', /échoi|\béchue?s?\b/i],
  ['fr', '“boîte de réception”', /boîte(?! de réception)/i],
  ['fr', '“rubrique”', /tiroir/i],
  ['fr', '“burn-out”', /épuisement/i],
  ['fr', '“ouvrable”', /ouvrée?s?\b/i],
  ['fr', '“e-mail”', /courriel|adresse électronique/i],
  ['fr', '“aide en cours”', /\ben aide\b/i],
  ['fr', '“phase”: a step is “prochaine étape”', /étape(?! attendue)/i],
  [
    'fr',
    '“orientation” in figures, “demande” in a case',
    /\b(?:ce|un|le|du|chaque|premier|les|des|nouveau) relais(?! de| passé|x)\b(?<!passer le relais|passe le relais|passé le relais|passons le relais)/i,
  ],
  ['fr', '“avant” a deadline', /d’ici (?:le )?\{\{/],
  ['fr', '“le hasard seul n’explique pas”', /plus que le hasard n’explique/],
  ['fr', '“décliner” an orientation', /orientations? (?:ont |a )?(?:été )?refusée/],
  ['fr', '“confidentialité différentielle”', /«\u202fdifferential/],
  ['fr', '“cahier”: a “dossier” is a case', /dossiers? de (?:la )?plénière/i],
  ['fr', '“graphique”', /\bfigures?\b(?! deux)/i],
  ['fr', '“série externe”', /données publiques|séries? publiques?/i],
  ['fr', '“progrès”', /avancée|avancement signalé/i],
  ['fr', '“topic” of Kafka', /sujet kafka/i],
  [
    'fr',
    'no word before a name that would be elided before a vowel (“d’Elif”): say it with a colon, or otherwise',
    /(?<![\p{L}’])(?:de|que|jusque|lorsque|puisque|quoique) \{\{?(?:name|who|person|absent|invitedBy|by)\}/u,
  ],
  ['nl', '“intrekken”', /terugroep|teruggeroepen/i],
  ['nl', '“moeilijkheid”', /\bnoden\b|\bNood\b/],
  ['nl', '“wat opvalt”', /\blezing\b/i],
  ['nl', '“vóór” a deadline', /\b(?:voor|tegen) \{\{(?:when|expiry)\}\}/],
  ['nl', '“differentiële privacy”', /“differential/],
  ['nl', '“klanten die niet betalen”', /onbetaalde facturen/i],
  ['nl', '“notitie”', /\bnota(?:’s)?\b/i],
  ['nl', '“pauzeren”', /on hold/i],
  ['nl', '“query”', /zoekvra/i],
  ['nl', '“bundel”: a “dossier” is a case', /plenaire ?dossier|dossier van de plenaire/i],
  ['nl', '“grafiek”', /\bfigu(?:ur|ren)\b/i],
  ['nl', '“externe reeks”', /openbare reeks/i],
  ['nl', '“verzenden”', /verstu(?:ur|ren)|verstuurd/i],
  ['nl', '“resultaat” of help, “afloop” of a case', /uitkomst/i],
  ['nl', '“omvang”', /grootte/i],
  ['nl', '“importeren”', /ingevoerd|invoer\b/i],
  ['en', '“recalled”', /called back/i],
];

describe('the words that people read', () => {
  it('are found, in every language about as many', () => {
    const [fr, nl, en] = languages.map((language) => texts[language].length);
    expect(fr).toBeGreaterThan(2000);
    expect([nl, en]).toEqual([fr, fr]);
  });

  it.each(typography)('in %s have %s', (...[language, , rule, of]) => {
    expect(found(language, rule, of)).toEqual([]);
  });

  it.each(words)('in %s say one thing with one word: %s', (...[language, , rule]) => {
    expect(found(language, rule)).toEqual([]);
  });
});
