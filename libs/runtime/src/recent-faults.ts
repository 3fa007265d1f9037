/** A warning or an error of the process, counted; ages are in seconds. */
export type RecentFault = {
  readonly level: 'warn' | 'error' | 'fatal';
  readonly message: string;
  readonly detail: string | null;
  /** Method and pattern of the route that was asked; null when it happened beside any request. */
  readonly where: string | null;
  /** Under which the last one was answered to whoever asked. */
  readonly reference: string | null;
  readonly count: number;
  readonly firstAge: number;
  readonly lastAge: number;
  /** How many in the last fifteen minutes, in the last hour, and in the hour before it. */
  readonly quarter: number;
  readonly hour: number;
  readonly hourBefore: number;
};

type Kept = Pick<RecentFault, 'level' | 'message' | 'detail' | 'where' | 'reference'> & {
  count: number;
  first: number;
  last: number;
  /** How many by minute, of the last two hours. */
  readonly minutes: Map<number, number>;
};

const most = 50;
const longest = 300;
const minuteMilliseconds = 60_000;

/** Ids and credentials say nothing about a cause and could say something about a case. */
const masked: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\/\/[^\s/@]+@/g, '//<credentials>@'],
  [/[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi, '<address>'],
  [/\d{7,}/g, '<number>'],
  // PostgreSQL repeats what it was given.
  [/(invalid input \w+.*?: )".*"/gis, '$1<value>'],
];

function mask(text: string): string {
  const clean = masked.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

type Line = {
  readonly level?: unknown;
  readonly msg?: unknown;
  readonly fault?: unknown;
  readonly method?: unknown;
  readonly route?: unknown;
  readonly traceId?: unknown;
  readonly err?: { readonly message?: unknown; readonly code?: unknown };
};

function detailOf({ err, fault }: Line): string | null {
  const said = [err?.code, err?.message ?? fault].filter((part) => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : mask(said.join(': '));
}

/** Where it happened: a route's pattern and never its address, which could name a case. */
function whereOf({ method, route }: Line): string | null {
  return typeof method === 'string' && typeof route === 'string' ? `${method} ${route}` : null;
}

/** How many of the last minutes, from `from` of them ago to `until`. */
function sumOf(minutes: ReadonlyMap<number, number>, now: number, from: number, until = 0): number {
  return [...minutes].reduce(
    (total, [minute, count]) => (minute > now - from && minute <= now - until ? total + count : total),
    0,
  );
}

/** The last warnings and errors of a process as its log told them, the same one once with its count. */
export class RecentFaults {
  private readonly kept = new Map<string, Kept>();
  private readonly counts = { warn: 0, error: 0, fatal: 0 };

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Notes a line of the log, redacted and serialized; lines of lower levels are passed over. */
  note(line: string): void {
    if (!/^\{"level":"(?:warn|error|fatal)"/.test(line)) {
      return;
    }
    const parsed = JSON.parse(line) as Line;
    const level = parsed.level as RecentFault['level'];
    const message = mask(typeof parsed.msg === 'string' ? parsed.msg : '');
    const detail = detailOf(parsed);
    const where = whereOf(parsed);
    const reference = typeof parsed.traceId === 'string' ? parsed.traceId : null;
    const key = JSON.stringify([level, message, detail, where]);
    const before = this.kept.get(key);
    const last = this.now();
    const minute = Math.floor(last / minuteMilliseconds);
    const minutes = new Map([...(before?.minutes ?? [])].filter(([one]) => one > minute - 120));
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    this.counts[level] += 1;
    // What was noted last stands last.
    this.kept.delete(key);
    this.kept.set(key, {
      level,
      message,
      detail,
      where,
      reference,
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? last,
      last,
      minutes,
    });
    const [oldest] = this.kept.keys();
    if (this.kept.size > most && oldest !== undefined) {
      this.kept.delete(oldest);
    }
  }

  /** How many lines there were of each level. */
  totals(): Readonly<Record<RecentFault['level'], number>> {
    return this.counts;
  }

  /** Newest first. */
  list(): RecentFault[] {
    const now = this.now();
    const minute = Math.floor(now / minuteMilliseconds);
    return [...this.kept.values()].toReversed().map(({ first, last, minutes, ...one }) => ({
      ...one,
      firstAge: (now - first) / 1_000,
      lastAge: (now - last) / 1_000,
      quarter: sumOf(minutes, minute, 15),
      hour: sumOf(minutes, minute, 60),
      hourBefore: sumOf(minutes, minute, 120, 60),
    }));
  }
}
