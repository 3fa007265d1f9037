import { eventColumns } from '#contracts/analysis/codes';
import { useTranslation } from 'react-i18next';
import { upperFirst, useLanguage } from '../../../shared/labels.js';
import { isEventColumn } from './filter.js';

const widths: Readonly<Record<string, number>> = {
  time: 158,
  type: 250,
  code: 114,
  position: 92,
  sequence: 70,
  hop: 70,
  stream: 96,
  municipality: 140,
  difficulty: 190,
  difficulties: 240,
  sector: 190,
  subject: 280,
  event_id: 300,
  referral_id: 280,
  by_organisation: 180,
  organisation: 180,
  data: 420,
};
const ordinaryWidth = 150;

/** Least width of a column, pixels. */
export function widthOf(column: string): number {
  return widths[column] ?? ordinaryWidth;
}

const widthsOnPhone: Readonly<Record<string, string>> = { time: '131px', code: '84px' };

/** The width of a column on a phone, as CSS writes it. */
export function widthOnPhone(column: string): string {
  return widthsOnPhone[column] ?? 'minmax(0, 1fr)';
}

const numbers: readonly string[] = ['position', 'sequence', 'hop'];

/** True for columns whose values stand at the right. */
export function isNumber(column: string): boolean {
  return numbers.includes(column);
}

/** The head of a column, and what it means. */
export type ColumnTitle = { readonly title: string; readonly meaning: string };

/** Heads of columns in the language of the screens; a path stands for itself. */
export function useColumnTitles(): (column: string) => ColumnTitle {
  const { t } = useTranslation('events');
  const language = useLanguage();
  return (column) =>
    isEventColumn(column)
      ? { title: t(`column.${column}`), meaning: upperFirst(eventColumns[column].meaning[language]) }
      : { title: column, meaning: column };
}

/** The columns with one of them moved by so many places, as far as there are places. */
export function moved(columns: readonly string[], column: string, by: number): readonly string[] {
  const others = columns.filter((one) => one !== column);
  const at = Math.max(0, Math.min(others.length, columns.indexOf(column) + by));
  return [...others.slice(0, at), column, ...others.slice(at)];
}
