import type { CaseFacts, CaseOutcome } from '#contracts/case';
import { ageBands, caseOutcomes, channels, legalForms, sectors, sizeBands, urgencies } from '#contracts/case/codes';
import { CalendarDate, CaseLanguage } from '#contracts/kernel';
import { difficulties, region, stages, type Text } from '#contracts/kernel/codes';
import { CellFault } from './cell-fault.js';
import { readReferrals } from './referrals.js';
import { bandIn, codeOrName, isCut } from './resaved.js';

type Mention = CaseFacts['difficulties'][number];

const longestReference = 100;
const mostLanguages = 4;
const mostDifficulties = 8;

function reference(cell: string): string {
  if (cell.length > longestReference) {
    throw new CellFault('long', { count: longestReference });
  }
  if (isCut(cell)) {
    throw new CellFault('reference-cut', { value: cell });
  }
  return cell;
}

function date(cell: string): string {
  if (!CalendarDate.safeParse(cell).success || cell < '1990-01-01') {
    throw new CellFault('date');
  }
  return cell;
}

function codeIn<Code extends string>(list: Readonly<Record<Code, unknown>>): (cell: string) => Code {
  return (cell) => {
    if (!Object.hasOwn(list, cell)) {
      throw new CellFault('code', { value: cell.slice(0, 60) });
    }
    return cell as Code;
  };
}

function listOf<Item>(
  cell: string,
  most: number,
  parse: (part: string) => Item,
  codeOf: (item: Item) => string,
): Item[] {
  const items = cell.split('|').map((part) => parse(part.trim()));
  if (items.length > most) {
    throw new CellFault('many', { count: most });
  }
  if (new Set(items.map(codeOf)).size < items.length) {
    throw new CellFault('twice');
  }
  return items;
}

const languageIn = codeIn(
  Object.fromEntries(CaseLanguage.options.map((one) => [one, true])) as Record<CaseLanguage, true>,
);
const difficultyIn = codeOrName(difficulties);

const itself = (code: string): { readonly label: Text } => ({ label: { fr: code, nl: code, en: code } });
/** Municipalities by code or name; what is not in the region, or unknown, by its code. */
const municipalityIn = codeOrName<string>({
  ...region.municipalities,
  outside: itself('outside'),
  unknown: itself('unknown'),
});

function mention(part: string): Mention {
  const [code = '', severity = '', ...more] = part.split(':').map((one) => one.trim());
  if (more.length > 0 || !['1', '2', '3'].includes(severity)) {
    throw new CellFault('severity');
  }
  return { difficulty: difficultyIn(code), severity: Number(severity) as Mention['severity'] };
}

/** How the cell of each column is read; each throws a `CellFault`. */
export const readers = {
  reference,
  opened_on: date,
  closed_on: date,
  languages: (cell: string) => listOf(cell, mostLanguages, languageIn, (one) => one),
  municipality: municipalityIn,
  sector: codeOrName(sectors),
  legal_form: codeOrName(legalForms),
  size_band: bandIn(sizeBands),
  age_band: bandIn(ageBands),
  stage: codeOrName(stages),
  difficulties: (cell: string) => listOf(cell, mostDifficulties, mention, (one) => one.difficulty),
  channel: codeOrName(channels),
  urgency: codeOrName(urgencies),
  outcome: codeOrName<CaseOutcome>(caseOutcomes),
  referrals: readReferrals,
} as const;

type Cells = { readonly [Column in keyof typeof readers]: ReturnType<(typeof readers)[Column]> };

/** A row whose every cell could be read; what may be left out may be missing. */
export type ImportedRow = Omit<Cells, 'referrals'> & Partial<Pick<Cells, 'referrals'>>;

/** The coded facts of a row. */
export function factsOf(row: ImportedRow): CaseFacts {
  return {
    languages: row.languages,
    municipality: row.municipality as CaseFacts['municipality'],
    sector: row.sector,
    legalForm: row.legal_form,
    sizeBand: row.size_band,
    ageBand: row.age_band,
    stage: row.stage,
    difficulties: row.difficulties,
    channel: row.channel,
    urgency: row.urgency,
  };
}
