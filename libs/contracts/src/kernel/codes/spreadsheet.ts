import type { Language } from './code-list.js';
import { region } from './region.js';

/** How a CSV file is written: what parts its fields, the decimal sign, and the mark before it by which a spreadsheet knows UTF-8. */
export type CsvManner = {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  readonly mark: '' | '\uFEFF';
};

/** For programs: RFC 4180. */
export const plainCsv: CsvManner = { separator: ',', decimal: '.', mark: '' };

/** For the spreadsheets of people who read a language: where the comma is the decimal sign they expect semicolons between fields. */
export function csvMannerOf(language: Language): CsvManner {
  const decimal = new Intl.NumberFormat(region.locales[language])
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal');
  return decimal?.value === ','
    ? { separator: ';', decimal: ',', mark: '\uFEFF' }
    : { separator: ',', decimal: '.', mark: '\uFEFF' };
}

const signs = '=+@＝＋－＠﹢﹣﹦﹫-';
const separators = ';,|\\t\\r\\n';
/** What a number in a list ends with. */
const ends = `${separators}\\]}`;
const number = '[-+][0-9][0-9.]*(?:[eE][-+]?[0-9]+)?';
/** What begins as a number and is none. */
const broken = '[-+][0-9][0-9.]*[eE][-+]?';
/** What nobody sees, and a spreadsheet may take away: controls, spaces, marks of direction and of width. */
const unseen = '\\x00-\\x20\\x7f-\\xa0\\xad\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF';

/**
 * Where a spreadsheet may take a text for a formula, as regular expressions that JavaScript and RE2 understand alike. `begins` is at its
 * start, unless the whole is a `number`. `within` is after a sign that another separator than ours would part fields at: a sign that is no negative number
 * of a list; what stands before it is the first group, the sign the second. A text without `any` has neither.
 */
export const formulas = {
  any: `(^|[${separators}])[${unseen}]*[${signs}]`,
  begins: `^[${unseen}]*[${signs}]`,
  number: '^[-+]?[0-9]+([.,][0-9]+)?([eE][-+]?[0-9]+)?$',
  within: `([${separators}][${unseen}]*)([=@＝＋－＠﹢﹣﹦﹫]|[-+][^0-9${ends}]|${number}[^0-9.eE${ends}]|${broken}[^-+0-9${ends}])`,
} as const;

const any = /* @__PURE__ */ new RegExp(formulas.any);
const begins = /* @__PURE__ */ new RegExp(formulas.begins);
const wholeNumber = /* @__PURE__ */ new RegExp(formulas.number);
const within = /* @__PURE__ */ new RegExp(formulas.within, 'g');

/** A text that no spreadsheet takes for a formula, wherever it parts the fields: an apostrophe stands before what it would begin with. */
export function defused(text: string): string {
  if (!any.test(text) || wholeNumber.test(text)) {
    return text;
  }
  return `${begins.test(text) ? "'" : ''}${text}`.replaceAll(within, "$1'$2");
}

/** One line of CSV without its end; texts are defused, and quoted where that is needed. */
export function csvLine(cells: readonly (string | number | null)[], { separator, decimal }: CsvManner): string {
  return cells
    .map((cell) => {
      if (typeof cell === 'number') {
        return String(cell).replace('.', decimal);
      }
      const text = defused(cell ?? '');
      return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(separator);
}
