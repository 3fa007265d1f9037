import type { ReferralView, StateSpan } from '#contracts/case';

/** A stretch of a lane in pixels; `label` is null when it does not fit. */
export type Bar = {
  readonly state: StateSpan['state'];
  readonly x: number;
  readonly width: number;
  readonly label: string | null;
};

/** How a lane ended, and where its words fit. */
export type Ending = {
  readonly text: string;
  /** Pixels of the end itself. */
  readonly x: number;
  /** Pixels at which the words begin, or end when they stand at the left of the bars. */
  readonly textX: number;
  readonly place: 'right' | 'left' | 'title';
};

/** One referral on the time axis. */
export type Lane = {
  readonly referral: ReferralView;
  readonly bars: readonly Bar[];
  readonly ending: Ending | null;
  /** The state of today in words where a running lane is too young to name it on its bar; else null. */
  readonly present: string | null;
  /** Pixels at which progress was reported. */
  readonly marks: readonly number[];
};

type Scale = (at: Date) => number;

/** What a lane is drawn with. */
export type Drawing = {
  readonly x: Scale;
  /** Width of a text in pixels. */
  readonly measure: (text: string) => number;
  /** The left edge of the drawing area. */
  readonly left: number;
  /** The right edge of the drawing area. */
  readonly right: number;
  /** The line of the present, which no words may cross; null when none is drawn. */
  readonly nowX: number | null;
  readonly now: Date;
  readonly stateName: (state: StateSpan['state']) => string;
  /** How a referral ended, in words; null while it runs. */
  readonly endingOf: (referral: ReferralView) => string | null;
  readonly progressOf: (referralId: string) => readonly string[];
};

const narrowestBar = 4;
const labelPadding = 12;

function barsOf(referral: ReferralView, drawing: Drawing): Bar[] {
  return referral.spans.map((span) => {
    const from = drawing.x(new Date(span.from));
    const until = drawing.x(span.until === null ? drawing.now : new Date(span.until));
    const width = Math.max(narrowestBar, until - from);
    const name = drawing.stateName(span.state);
    return { state: span.state, x: from, width, label: drawing.measure(name) + labelPadding <= width ? name : null };
  });
}

/** Words stand at the right of the end, else at the left of the beginning, else beside the lane's title: never over anything. */
function endingOf(referral: ReferralView, bars: readonly Bar[], drawing: Drawing): Ending | null {
  const text = drawing.endingOf(referral);
  const [first] = bars;
  const last = bars.at(-1);
  if (text === null || first === undefined || last === undefined) {
    return null;
  }
  const x = last.x + last.width;
  const needed = drawing.measure(text) + labelPadding;
  const limit = drawing.nowX === null || x > drawing.nowX ? drawing.right : drawing.nowX;
  if (x + needed <= limit) {
    return { text, x, textX: x + 8, place: 'right' };
  }
  return first.x - needed >= drawing.left
    ? { text, x, textX: first.x - 8, place: 'left' }
    : { text, x, textX: x, place: 'title' };
}

/** The lane of a referral. */
export function laneOf(referral: ReferralView, drawing: Drawing): Lane {
  const bars = barsOf(referral, drawing);
  const ending = endingOf(referral, bars, drawing);
  return {
    referral,
    bars,
    ending,
    present: ending === null && bars.at(-1)?.label === null ? drawing.stateName(referral.state) : null,
    marks: drawing.progressOf(referral.referralId).map((at) => drawing.x(new Date(at))),
  };
}

const shortestSpan = 300_000;
const roomAfterNow = 0.07;

/** The time that the axis spans: from the opening until a little after now, or after the end of a closed case. */
export function spanOf(openedAt: string, closedAt: string | null, now: Date): readonly [Date, Date] {
  const from = Date.parse(openedAt);
  const until = Math.max(closedAt === null ? now.getTime() : Date.parse(closedAt), from + shortestSpan);
  return [new Date(from), new Date(until + (until - from) * roomAfterNow)];
}
