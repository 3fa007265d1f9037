import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChevronRight, IconX } from '../../shared/icons.js';
import { LineChart } from './line-chart.js';
import classes from './projection.module.css';
import { ReadingInWords } from './reading.js';
import type { Reading } from './trend-model.js';
import type { Words } from './words.js';

type ProjectionProps = {
  readonly trend: DifficultyTrend;
  readonly order: readonly Difficulty[];
  readonly selected: Difficulty;
  readonly running: number;
  readonly reading: Reading | null;
  readonly words: Words;
  readonly onSelect: (difficulty: Difficulty) => void;
  readonly onClose: () => void;
};

/** The reading and one line over the whole screen, large enough for an assembly; arrow keys go from difficulty to difficulty. */
export function Projection(props: ProjectionProps) {
  const { trend, order, selected, running, reading, words, onSelect, onClose } = props;
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const at = order.indexOf(selected);
  const step = (by: number) => {
    const next = order[(at + by + order.length) % order.length];
    if (next !== undefined) {
      onSelect(next);
    }
  };
  return (
    <dialog
      ref={ref}
      className={classes.screen}
      aria-label={t('project')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          event.preventDefault();
          step(event.key === 'ArrowRight' ? 1 : -1);
        }
      }}
    >
      <div className={classes.head}>
        <ReadingInWords large trend={trend} reading={reading} words={words} />
        <button type="button" className={classes.button} onClick={onClose} aria-label={common('form.close')}>
          <IconX size={26} aria-hidden />
        </button>
      </div>
      <div className={classes.bar}>
        <button type="button" className={classes.button} onClick={() => step(-1)} aria-label={t('projection.previous')}>
          <IconChevronRight size={26} aria-hidden className={classes.left} />
        </button>
        <h2 className={classes.title} aria-live="polite">
          {t('chart.title', { name: words.within(selected) })}
        </h2>
        <button type="button" className={classes.button} onClick={() => step(1)} aria-label={t('projection.next')}>
          <IconChevronRight size={26} aria-hidden />
        </button>
      </div>
      <LineChart
        trend={trend}
        selected={selected}
        running={running}
        reading={reading}
        words={words}
        unit={1.7}
        height={Math.max(320, window.innerHeight * 0.56)}
      />
      <p className={classes.foot}>
        {trend.exact ? t('exact.coordinators') : t('exact.below', { threshold: trend.threshold })}
      </p>
    </dialog>
  );
}
