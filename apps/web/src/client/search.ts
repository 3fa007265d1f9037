import type { InboxBucket } from '#contracts';
import type { CaseFilters, InboxFilters } from '../features/case/queries.js';

type Raw = Record<string, unknown>;

/** Search parameters are plain words, `?bucket=to-answer`, never JSON; one that is repeated is a list. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const [first = '', ...others] = parameters.getAll(name);
      return [name, others.length === 0 ? first : [first, ...others]];
    }),
  );
}

/** The inverse of `parseSearch`; empty values are left out. */
export function stringifySearch(search: Raw): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') {
        parameters.append(name, String(one));
      }
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const buckets: readonly string[] = [
  'to-answer',
  'first-contact',
  'in-progress',
  'on-hold',
  'to-decide',
  'waiting-on-others',
  'done',
  'dispatch',
  'escalated',
] satisfies readonly InboxBucket[];

function isBucket(value: string | undefined): value is InboxBucket {
  return value !== undefined && buckets.includes(value);
}

/** Search of `/inbox`: `selected` is the key of the line in the side panel. */
export type InboxSearch = InboxFilters & { readonly selected?: string | undefined };

/** Reads the search of `/inbox`. */
export function inboxSearch(raw: Raw): InboxSearch {
  const bucket = word(raw['bucket']);
  return {
    bucket: isBucket(bucket) ? bucket : undefined,
    language: word(raw['language']),
    difficulty: word(raw['difficulty']),
    serviceId: word(raw['serviceId']),
    selected: word(raw['selected']),
  };
}

/** Reads the search of `/cases`. */
export function caseSearch(raw: Raw): CaseFilters {
  return { status: word(raw['status']), difficulty: word(raw['difficulty']), code: word(raw['code']) };
}

/** Search of `/trends` and the pages below it, as it stands in the address; the feature reads what makes sense. */
export type TrendSearch = {
  /** A week, `2026-W25`. */
  readonly since?: string | undefined;
  readonly against?: string | undefined;
  readonly sector?: string | undefined;
  readonly area?: string | undefined;
  readonly group?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly tier?: string | undefined;
  /** Figures shown as tables, comma-separated. */
  readonly table?: string | undefined;
  /** The figure on the screen of an assembly. */
  readonly figure?: string | undefined;
};

/** Reads the search of `/trends`. */
export function trendSearch(raw: Raw): TrendSearch {
  return {
    since: word(raw['since']),
    against: word(raw['against']),
    sector: word(raw['sector']),
    area: word(raw['area']),
    group: word(raw['group']),
    difficulty: word(raw['difficulty']),
    tier: word(raw['tier']),
    table: word(raw['table']),
    figure: word(raw['figure']),
  };
}

/** Search of `/trends/outside`: years shown, `all` for everything. */
export type OutsideSearch = {
  readonly series?: string | undefined;
  readonly municipality?: string | undefined;
  readonly span?: string | undefined;
  readonly view?: string | undefined;
};

/** Reads the search of `/trends/outside`. */
export function outsideSearch(raw: Raw): OutsideSearch {
  return {
    series: word(raw['series']),
    municipality: word(raw['municipality']),
    span: word(raw['span']),
    view: word(raw['view']),
  };
}

/** Search of `/figures`; the feature reads what makes sense. */
export type OwnFiguresSearch = {
  /** How many weeks, the running one included. */
  readonly weeks?: string | undefined;
  /** One service only. */
  readonly service?: string | undefined;
  /** Figures shown as tables, comma-separated. */
  readonly table?: string | undefined;
};

/** Reads the search of `/figures`. */
export function ownFiguresSearch(raw: Raw): OwnFiguresSearch {
  return { weeks: word(raw['weeks']), service: word(raw['service']), table: word(raw['table']) };
}

/** Filters of the directory as the URL carries them. */
export type DirectorySearch = {
  readonly q?: string | undefined;
  readonly profession?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly stage?: string | undefined;
  readonly language?: string | undefined;
  readonly capacity?: string | undefined;
};

/** Reads the search of `/directory`. */
export function directorySearch(raw: Raw): DirectorySearch {
  return {
    q: word(raw['q']),
    profession: word(raw['profession']),
    difficulty: word(raw['difficulty']),
    stage: word(raw['stage']),
    language: word(raw['language']),
    capacity: word(raw['capacity']),
  };
}

/** Search of `/dispatch`. */
export type DispatchSearch = {
  readonly bucket?: 'dispatch' | 'escalated' | undefined;
  readonly selected?: string | undefined;
};

/** Reads the search of `/dispatch`. */
export function dispatchSearch(raw: Raw): DispatchSearch {
  const bucket = word(raw['bucket']);
  return {
    bucket: bucket === 'dispatch' || bucket === 'escalated' ? bucket : undefined,
    selected: word(raw['selected']),
  };
}

/** Search of `/analysis/share`: a question to the published figures. */
export type ShareSearch = {
  readonly cube?: string | undefined;
  readonly by?: string | undefined;
  readonly where?: string | undefined;
  readonly span?: string | undefined;
  readonly grain?: string | undefined;
};

/** Reads the search of `/analysis/share`. */
export function shareSearch(raw: Raw): ShareSearch {
  return {
    cube: word(raw['cube']),
    by: word(raw['by']),
    where: word(raw['where']),
    span: word(raw['span']),
    grain: word(raw['grain']),
  };
}

/** Search of `/analysis/events`; lists are joined by commas, conditions are repeated. The feature reads what makes sense. */
export type EventsSearch = {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  /** A span that moves with today, `week`; or civil dates, both inclusive. */
  readonly span?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly case?: string | undefined;
  readonly profession?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly municipality?: string | undefined;
  readonly where?: readonly string[] | undefined;
  readonly columns?: string | undefined;
  /** The event in the side panel, `stream/subject/sequence`. */
  readonly open?: string | undefined;
  /** Id of the saved view that was opened. */
  readonly view?: string | undefined;
  /** `1` while events are shown as they come. */
  readonly tail?: string | undefined;
};

/** Reads the search of `/analysis/events`. */
export function eventsSearch(raw: Raw): EventsSearch {
  const conditions = [raw['where']].flat().filter((one) => word(one) !== undefined) as string[];
  return {
    stream: word(raw['stream']),
    type: word(raw['type']),
    span: word(raw['span']),
    from: word(raw['from']),
    until: word(raw['until']),
    case: word(raw['case']),
    profession: word(raw['profession']),
    difficulty: word(raw['difficulty']),
    municipality: word(raw['municipality']),
    where: conditions.length === 0 ? undefined : conditions,
    columns: word(raw['columns']),
    open: word(raw['open']),
    view: word(raw['view']),
    tail: word(raw['tail']),
  };
}

/** Search of `/analysis/workbench`: a ready or saved query, SQL that is in neither, and `p.<name>` for each parameter. */
export type WorkbenchSearch = {
  readonly query?: string | undefined;
  readonly sql?: string | undefined;
  readonly [parameter: `p.${string}`]: string | undefined;
};

/** Reads the search of `/analysis/workbench`. */
export function workbenchSearch(raw: Raw): WorkbenchSearch {
  const parameters = Object.entries(raw).filter(([name]) => /^p\.[a-z][a-z0-9_]{0,40}$/.test(name));
  return {
    ...Object.fromEntries(parameters.map(([name, value]) => [name, word(value)])),
    query: word(raw['query']),
    sql: word(raw['sql']),
  };
}

/** Search of `/analysis/contracts`: the words searched for, and the type of event that is open. */
export type ContractSearch = { readonly q?: string | undefined; readonly type?: string | undefined };

/** Reads the search of `/analysis/contracts`. */
export function contractSearch(raw: Raw): ContractSearch {
  return { q: word(raw['q']), type: word(raw['type']) };
}

/** Filters of the audit as the URL carries them. */
export type AuditSearch = { readonly person?: string | undefined; readonly kind?: string | undefined };

/** Reads the search of `/analysis/audit`. */
export function auditSearch(raw: Raw): AuditSearch {
  return { person: word(raw['person']), kind: word(raw['kind']) };
}
