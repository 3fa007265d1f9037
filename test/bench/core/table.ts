import { isReached, type Figure, type Outcome } from './figure.js';
import type { Spread } from './statistics.js';

const head = ['measured', 'unit', 'Relais', 'bare', 'ratio', 'bar', 'result'];

/** The figures as a Markdown table; each is median (min to max). */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [head, head.map(() => '---'), ...figures.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, cell === '---' ? '-' : ' ')).join(' | ')} |`,
    )
    .join('\n');
}

/** The table of one measurement with its remarks. */
export function sectionOf(title: string, { figures, remarks }: Outcome): string {
  return [`## ${title}`, '', tableOf(figures), '', ...remarks.map((remark) => `- ${remark}`), ''].join('\n');
}

function rowOf(one: Figure): string[] {
  const reached = isReached(one);
  return [
    one.name,
    one.unit,
    said(one.relais),
    said(one.bare),
    said(one.ratio),
    one.bar === undefined ? '' : 'least' in one.bar ? `>= ${one.bar.least}` : `<= ${one.bar.most}`,
    reached === undefined ? '' : reached ? 'reached' : '**not reached**',
  ];
}

function said(spread: Spread | undefined): string {
  if (spread === undefined) {
    return '';
  }
  const { median, min, max } = spread;
  return min === max ? short(median) : `${short(median)} (${short(min)} to ${short(max)})`;
}

function short(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
