import type { CaseView } from '#contracts/case';
import { referralStates } from '#contracts/case/codes';
import { professions } from '#contracts/kernel/codes';
import { scaleUtc } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../../shared/directory.js';
import { upperFirst, useLabels } from '../../../../shared/labels.js';
import { referralLooks } from '../../../../shared/status.js';
import { useFormats, useNow } from '../../../../shared/time.js';
import { useEndingWords } from './ending-words.js';
import type { Lane } from './lane-model.js';
import { inChains } from '../../parts/chains.js';
import { laneOf, spanOf } from './lane-model.js';
import classes from './lanes.module.css';

type LanesChartProps = { readonly view: CaseView; readonly width: number };

const narrow = 520;
const narrowLeft = 2;
const wideLeft = 150;
const lineHeight = 16;
const pieceGap = 8;
const barHeight = 22;
const axisHeight = 26;
const footHeight = 24;
const tickSpacing = 104;
const dayMilliseconds = 86_400_000;

type Layout = { readonly left: number; readonly rowHeight: number; readonly barTop: number; readonly titled: boolean };

const canvas = document.createElement('canvas').getContext('2d');
const widthPerCharacter = 6.6;

/** Width of a text in the type of the lanes. */
function measure(text: string): number {
  if (canvas === null) {
    return text.length * widthPerCharacter;
  }
  canvas.font = "600 11.5px 'Inter Variable', system-ui, sans-serif";
  return canvas.measureText(text).width;
}

/** Where the middle of a text is that stands at a place and does not run out of the chart. */
function within(x: number, room: number, width: number): number {
  return Math.max(room / 2, Math.min(width - room / 2, x));
}

/** At phone width the title of a lane stands above its bars, in as many lines as it needs. */
function layoutFor(left: number, lines: number): Layout {
  const above = (lines - 1) * lineHeight;
  return left === narrowLeft
    ? { left, rowHeight: 62 + above, barTop: 30 + above, titled: true }
    : { left, rowHeight: 50, barTop: 12, titled: false };
}

/** The title of a lane: profession, organisation, and how it stands or ended where its bars have no room for that. */
type Title = { readonly profession: string; readonly place: string; readonly stands: string | null };

function useTitles(): (lane: Lane) => Title {
  const labels = useLabels();
  const names = useNames();
  return ({ referral, ending, present }) => ({
    profession: upperFirst(labels.of(professions, referral.to.profession)),
    place: `${referral.hop > 0 ? '↳ ' : ''}${names.organisation(referral.to.organisationId)}`,
    stands: ending?.place === 'title' ? ending.text : present,
  });
}

type Piece = { readonly text: string; readonly look: string | undefined; readonly line: number; readonly x: number };

/** The pieces of a title one after the other, each on a line on which it has room. */
function piecesOf({ profession, place, stands }: Title, width: number): readonly Piece[] {
  const said = [
    { text: profession, look: classes.profession },
    { text: place, look: classes.service },
    ...(stands === null ? [] : [{ text: stands, look: classes.standsTitle }]),
  ];
  return said.reduce<Piece[]>((before, one) => {
    const last = before.at(-1);
    const x = last === undefined ? 0 : last.x + measure(last.text) + pieceGap;
    const isFull = last !== undefined && x + measure(one.text) > width;
    return [...before, { ...one, line: (last?.line ?? 0) + (isFull ? 1 : 0), x: isFull ? 0 : x }];
  }, []);
}

/** Of the events that are loaded; the card says so when there are earlier ones. */
function progressTimes(view: CaseView): (referralId: string) => readonly string[] {
  return (referralId) =>
    view.timeline
      .filter((event) => event.type === 'relais.referral.progressed.v1' && event.data.referralId === referralId)
      .map((event) => event.time);
}

type LaneTitleProps = { readonly title: Title; readonly layout: Layout; readonly width: number };

function LaneTitle({ title, layout, width }: LaneTitleProps) {
  if (layout.titled) {
    return (
      <text>
        {piecesOf(title, width).map(({ text, look, line, x }) => (
          <tspan key={text} className={look} x={x} y={20 + line * lineHeight}>
            {text}
          </tspan>
        ))}
      </text>
    );
  }
  const { profession, place, stands } = title;
  return (
    <text className={classes.profession}>
      <tspan x={0} y={layout.barTop + 8}>
        {profession}
      </tspan>
      <tspan x={0} y={layout.barTop + 23} className={classes.service}>
        {stands === null ? place : `${place} · ${stands}`}
      </tspan>
    </text>
  );
}

function LaneBars({
  lane,
  layout,
  nowX,
}: {
  readonly lane: Lane;
  readonly layout: Layout;
  readonly nowX: number | null;
}) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const middle = layout.barTop + barHeight / 2;
  return (
    <>
      {lane.bars.map((bar, index) => (
        <g key={index}>
          <rect
            x={bar.x}
            y={layout.barTop}
            width={Math.max(1, bar.width - 1)}
            height={barHeight}
            rx={Math.min(5, bar.width / 2)}
            className={classes[`bar-${referralLooks[bar.state].tone}`]}
          >
            <title>{labels.of(referralStates, bar.state)}</title>
          </rect>
          {bar.label !== null && (
            <text x={bar.x + 8} y={middle + 4} className={classes[`text-${referralLooks[bar.state].tone}`]}>
              {bar.label}
            </text>
          )}
        </g>
      ))}
      {lane.marks.map((x) => (
        <circle key={x} cx={x} cy={layout.barTop + barHeight} r={3.5} className={classes.mark}>
          <title>{t('who.progress')}</title>
        </circle>
      ))}
      {lane.ending !== null && (
        <rect
          x={lane.ending.x - 1}
          y={layout.barTop - 2}
          width={3}
          height={barHeight + 4}
          rx={1.5}
          className={classes[`end-${referralLooks[lane.referral.state].tone}`]}
        />
      )}
      {lane.ending !== null && lane.ending.place !== 'title' && (
        <text
          x={lane.ending.textX}
          y={middle + 4}
          textAnchor={lane.ending.place === 'right' ? 'start' : 'end'}
          className={`${classes[`text-${referralLooks[lane.referral.state].tone}`]} ${classes.onGround}`}
        >
          {lane.ending.text}
        </text>
      )}
      {nowX !== null && <line x1={nowX} x2={nowX} y1={0} y2={layout.rowHeight} className={classes.now} />}
    </>
  );
}

/** Who helped when: one lane per referral on a common axis. */
export function LanesChart({ view, width }: LanesChartProps) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const endingWords = useEndingWords();
  const left = width < narrow ? narrowLeft : wideLeft;
  const titleOf = useTitles();
  const span = spanOf(view.openedAt, view.closedAt, now);
  const x = scaleUtc().domain(span).range([left, width]);
  const nowX = view.closedAt === null ? x(now) : null;
  const drawing = {
    x,
    nowX,
    measure,
    left,
    right: width,
    now,
    stateName: (state: keyof typeof referralStates) => labels.of(referralStates, state),
    endingOf: endingWords,
    progressOf: progressTimes(view),
  };
  const lanes = inChains(view.referrals).map((referral) => laneOf(referral, drawing));
  const titles = lanes.map(titleOf);
  const lines = titles.map((title) => (piecesOf(title, width).at(-1)?.line ?? 0) + 1);
  const layout = layoutFor(left, Math.max(1, ...lines));
  const isShort = span[1].getTime() - span[0].getTime() < 2 * dayMilliseconds;
  const tickText = (tick: Date) => (isShort ? formats.clock(tick) : formats.shortDate(tick, now));
  const ticks = x
    .ticks(Math.max(2, Math.floor((width - left) / tickSpacing)))
    .filter((tick) => x(tick) < width - 40)
    .filter((tick, index, all) => index === 0 || tickText(tick) !== tickText(all[index - 1] ?? tick));
  const height = axisHeight + lanes.length * layout.rowHeight;
  return (
    <svg
      width={width}
      height={height + (nowX === null ? 0 : footHeight)}
      role="img"
      aria-label={t('who.chart', { count: lanes.length })}
      className={classes.chart}
    >
      {ticks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${x(tick)},0)`}>
          <text y={12} className={classes.tick} textAnchor={x(tick) < left + 20 ? 'start' : 'middle'}>
            {tickText(tick)}
          </text>
          <line y1={axisHeight - 6} y2={height} className={classes.grid} />
        </g>
      ))}
      {lanes.map((lane, index) => (
        <g key={lane.referral.referralId} transform={`translate(0,${axisHeight + index * layout.rowHeight})`}>
          <LaneBars lane={lane} layout={layout} nowX={nowX} />
          <LaneTitle title={titleOf(lane)} layout={layout} width={width} />
        </g>
      ))}
      {nowX !== null && (
        <text
          x={within(nowX, measure(t('who.now')), width)}
          y={height + 15}
          className={classes.nowText}
          textAnchor="middle"
        >
          {t('who.now')}
        </text>
      )}
    </svg>
  );
}
