import type { ReactNode } from 'react';
import { colours } from './colours.js';

/** The size of a chart in pixels of the screen, so that its text is as large as it says. */
export type ChartSize = {
  readonly width: number;
  readonly height: number;
  /** Size of text and marks: 1 on a desk, more on a beamer. */
  readonly unit?: number;
};

/** Text of charts in pixels at unit 1. */
export const textSize = 12;

/** Text where there is little room, in pixels at unit 1; nothing is smaller. */
export const smallText = 11;

type FrameProps = Pick<ChartSize, 'width' | 'height'> & {
  /** What the figures say, in one sentence: the name of the picture for those who do not see it. */
  readonly reading: string;
  readonly children: ReactNode;
};

/** The sheet a chart is drawn on. */
export function Frame({ width, height, reading, children }: FrameProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      style={{ display: 'block', maxWidth: '100%', height: 'auto' }}
    >
      <title>{reading}</title>
      {children}
    </svg>
  );
}

type LabelProps = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: string;
  /** A rim in this colour, that of what lies around, for text over lines. */
  readonly rim?: string;
  readonly turned?: boolean;
  readonly children: string;
};

/** A word of a chart; `y` is the middle of its letters. */
export function Label({ x, y, size, anchor = 'start', bold, fill = colours.quiet, rim, turned, children }: LabelProps) {
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      fontSize={size}
      textAnchor={anchor}
      fill={fill}
      {...(bold === true && { fontWeight: 650 })}
      {...(rim !== undefined && {
        paintOrder: 'stroke',
        stroke: rim,
        strokeWidth: size / 3,
        strokeLinejoin: 'round',
      })}
      {...(turned === true && { transform: `rotate(-52 ${x} ${y})` })}
    >
      {children}
    </text>
  );
}
