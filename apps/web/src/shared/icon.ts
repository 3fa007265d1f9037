import type { FunctionComponent, SVGProps } from 'react';
import { createElement } from 'react';
import { paths } from './generated/icon-paths.js';

type Props = Omit<SVGProps<SVGSVGElement>, 'stroke' | 'ref'> & {
  /** Width and height in pixels, 24 unless said otherwise. */
  readonly size?: number | string;
  /** Width of the lines on the grid of 24, 2 unless said otherwise. */
  readonly stroke?: number | string;
};

const grid = { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 24 24' };

/** The icon of Tabler with this name; its shape is compiled in by `npm run gen`. */
export function icon(name: keyof typeof paths): FunctionComponent<Props> {
  const shape = paths[name].map((d, index) => createElement('path', { d, key: index }));
  const filled = name.endsWith('-filled');
  const Icon = ({ size = 24, stroke = 2, color = 'currentColor', className, ...rest }: Props) => {
    const lines = { fill: 'none', stroke: color, strokeWidth: stroke, strokeLinecap: 'round', strokeLinejoin: 'round' };
    const look = filled ? { fill: color, stroke: 'none' } : lines;
    const classes = ['tabler-icon', `tabler-icon-${name}`, className].filter(Boolean).join(' ');
    return createElement('svg', { ...grid, width: size, height: size, className: classes, ...look, ...rest }, shape);
  };
  return Icon;
}
