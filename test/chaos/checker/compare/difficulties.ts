import type { CaseEvent } from '#contracts';
import type { Evidence } from '../evidence.js';
import { doubled, lost, type Finding } from '../finding.js';
import { casesOf } from '../truth.js';

const month = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Brussels', year: 'numeric', month: 'numeric' });

/** The trend of difficulties against a count by hand: every case once in the quarter it was opened in, under its latest facts. */
export function compareDifficulties({ records, content }: Evidence): Finding[] {
  const wanted = new Map<string, number>();
  for (const events of casesOf(records).values()) {
    for (const cell of cellsOf(events)) {
      wanted.set(cell, (wanted.get(cell) ?? 0) + 1);
    }
  }
  const found = new Map(
    (content['difficulty_quarter'] ?? []).map((row) => [
      [row['quarter'], row['sector'], row['municipality'], row['difficulty']].join(' '),
      Number(row['cases']),
    ]),
  );
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((cell) => {
    const [due, counted] = [wanted.get(cell) ?? 0, found.get(cell) ?? 0];
    const what = `difficulty_quarter: ${cell} counts ${counted}, due are ${due}`;
    return due === counted ? [] : [counted > due ? doubled(cell, what) : lost(cell, what)];
  });
}

function cellsOf([first, ...others]: readonly CaseEvent[]): string[] {
  if (first?.type !== 'relais.case.opened.v1' && first?.type !== 'relais.case.imported.v1') {
    return [];
  }
  let { facts } = first.data;
  for (const event of others) {
    facts = event.type === 'relais.case.facts-amended.v1' ? event.data.facts : facts;
  }
  const quarter = quarterOf(first.type === 'relais.case.opened.v1' ? first.time : first.data.openedOn);
  return ['', ...facts.difficulties.map((one) => one.difficulty)].map((difficulty) =>
    [quarter, facts.sector, facts.municipality, difficulty].join(' '),
  );
}

function quarterOf(at: string): string {
  const parts = new Map(month.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-Q${Math.ceil(Number(parts.get('month')) / 3)}`;
}
