import type { CaseView } from '#contracts/case';

const key = 'relais.seen';
/** Cases that are remembered, the latest. */
const most = 100;

type Seen = readonly (readonly [caseId: string, sequence: number])[];

function read(): Seen {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Seen;
  } catch {
    return [];
  }
}

/** How far this tab has seen each case, also after a reload: what is read later must not be older. */
export const seen = {
  of: (caseId: string): number | undefined => read().find(([one]) => one === caseId)?.[1],

  note({ caseId, sequence }: Pick<CaseView, 'caseId' | 'sequence'>): void {
    const known = seen.of(caseId) ?? 0;
    const others = read().filter(([one]) => one !== caseId);
    try {
      sessionStorage.setItem(key, JSON.stringify([[caseId, Math.max(known, sequence)], ...others].slice(0, most)));
    } catch {
      // Without a place to remember it reads are as fresh as the read side.
    }
  },
};
