import type { CaseEventType } from '#contracts/case';

/** The type of event that is no news: history from before Relais comes by thousands and concerns nobody's desk. */
export const historyType = 'relais.case.imported.v1' satisfies CaseEventType;
