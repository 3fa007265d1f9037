/** A warning or an error of the process, counted; ages are in seconds. */
export type RecentFault = {
  readonly level: 'warn' | 'error' | 'fatal';
  readonly message: string;
  readonly detail: string | null;
  readonly count: number;
  readonly firstAge: number;
  readonly lastAge: number;
};

type Kept = Pick<RecentFault, 'level' | 'message' | 'detail'> & { count: number; first: number; last: number };

const most = 50;
const longest = 300;

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
  readonly err?: { readonly message?: unknown; readonly code?: unknown };
};

function detailOf({ err, fault }: Line): string | null {
  const said = [err?.code, err?.message ?? fault].filter((part) => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : mask(said.join(': '));
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
    const key = JSON.stringify([level, message, detail]);
    const before = this.kept.get(key);
    const last = this.now();
    this.counts[level] += 1;
    // What was noted last stands last.
    this.kept.delete(key);
    this.kept.set(key, { level, message, detail, count: (before?.count ?? 0) + 1, first: before?.first ?? last, last });
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
    return [...this.kept.values()].toReversed().map(({ first, last, ...one }) => ({
      ...one,
      firstAge: (now - first) / 1_000,
      lastAge: (now - last) / 1_000,
    }));
  }
}
