import { plain } from '#domain';
import { figuresOf, openingOf, type Figure, type Scene } from '#figures';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChevronRight, IconX } from '../../shared/icons.js';
import { Rich } from '../../shared/rich.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import { useWidth } from '../../shared/use-width.js';
import classes from './projection.module.css';
import { useScene } from './use-scene.js';

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
function Screens({ scene, chosen, onStep }: ScreenProps) {
  const { t } = useTranslation('trends');
  const figures = figuresOf(scene);
  const opening = openingOf(scene);
  const order = ['opening', ...figures.map((figure) => figure.id)];
  const at = Math.max(0, order.indexOf(chosen ?? 'opening'));
  const step = (by: number) => onStep(order[(at + by + order.length) % order.length] ?? 'opening');
  const figure = figures[at - 1];
  const { base } = scene.standing;
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
          <p className={classes.main}>
            <Rich text={opening.main} />
          </p>
          {opening.more.map((text) => (
            <p key={text} className={classes.reading}>
              <Rich text={text} />
            </p>
          ))}
        </div>
      ) : (
        <>
          <Picture key={figure.id} figure={figure} />
          <p className={classes.reading}>
            <Rich text={figure.reading} />
          </p>
        </>
      )}
      <p className={classes.foot}>{base > 1 ? t('foot.rounded', { base, most: base - 1 }) : t('foot.exact')}</p>
    </>
  );
}

/** One figure a screen, large enough for an assembly: arrow keys go on and back, Escape leaves. */
export function ProjectionPage() {
  const { t: common } = useTranslation();
  const { t } = useTranslation('trends');
  const search = useSearch({ from: '/signed-in/trends/project' });
  const navigate = useNavigate({ from: '/trends/project' });
  const state = useScene(search);
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    document.title = `${common('nav.trends')} · Relais`;
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, [common]);
  const leave = () => void navigate({ to: '/trends', search: { ...search, figure: undefined } });
  return (
    <dialog
      ref={ref}
      className={classes.screen}
      aria-label={common('nav.trends')}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <button type="button" className={classes.close} onClick={leave} aria-label={common('form.close')}>
        <IconX size={26} aria-hidden />
      </button>
      {state.is === 'ready' && (
        <Screens
          scene={state.scene}
          chosen={search.figure}
          onStep={(figure) => void navigate({ search: { ...search, figure }, replace: true })}
        />
      )}
      {state.is === 'loading' && <Loading rows={8} />}
      {state.is === 'empty' && <Empty title={t('empty.title')} text={t('empty.text')} />}
      {state.is === 'failed' && <Failure error={state.error} retry={state.retry} />}
    </dialog>
  );
}
