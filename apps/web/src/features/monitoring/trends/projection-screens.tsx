import { figuresOf, openingOf, plain, type Figure, type Scene } from '#figures';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChevronRight } from '../../../shared/icons.js';
import { Rich } from '../../../shared/rich.js';
import { useWidth } from '../../../shared/use-width.js';
import { Opening } from './parts/opening.js';
import { useExactness } from './parts/use-exactness.js';
import classes from './projection.module.css';

/** Text of a chart on a beamer, by the width of the screen: 12 pixels times this. */
const unitOf = (width: number) => Math.min(2, Math.max(1, width / 800));

function Picture({ figure }: { readonly figure: Figure }) {
  const { ref, width } = useWidth<HTMLDivElement>(1200);
  const height = Math.max(320, window.innerHeight * 0.64);
  return (
    <div ref={ref} className={classes.picture} data-figure={figure.id}>
      {!figure.isEmpty && figure.draw({ width, height, unit: unitOf(width), reading: plain(figure.reading) })}
    </div>
  );
}

type ScreenProps = {
  readonly scene: Scene;
  readonly onStep: (figure: string) => void;
  readonly chosen: string | undefined;
};

/** What the figures say, then one figure after the other; the first screen is the words alone. */
export function Screens({ scene, chosen, onStep }: ScreenProps) {
  const { t } = useTranslation('trends');
  const figures = figuresOf(scene);
  const opening = openingOf(scene);
  const order = ['opening', ...figures.map((figure) => figure.id)];
  const at = Math.max(0, order.indexOf(chosen ?? 'opening'));
  const step = (by: number) => onStep(order[(at + by + order.length) % order.length] ?? 'opening');
  const figure = figures[at - 1];
  const exactness = useExactness(scene.standing);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
      if (by !== undefined) {
        event.preventDefault();
        step(by);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <>
      <div className={classes.bar}>
        <button type="button" className={classes.button} onClick={() => step(-1)} aria-label={t('projection.previous')}>
          <IconChevronRight size={26} aria-hidden className={classes.left} />
        </button>
        <h1 className={classes.title} aria-live="polite">
          {figure?.title ?? t('reading')}
        </h1>
        <span className={classes.count}>
          {at + 1} / {order.length}
        </span>
        <button type="button" className={classes.button} onClick={() => step(1)} aria-label={t('projection.next')}>
          <IconChevronRight size={26} aria-hidden />
        </button>
      </div>
      {figure === undefined ? (
        <div className={classes.opening}>
          <Opening {...opening} />
        </div>
      ) : (
        <>
          <Picture key={figure.id} figure={figure} />
          <p className={classes.reading}>
            <Rich text={figure.reading} />
          </p>
          <p className={classes.scope}>{opening.scope.join(' ')}</p>
        </>
      )}
      <p className={classes.foot}>{exactness}</p>
    </>
  );
}
