import type { CaseFacts } from '#contracts/case';
import { difficulties } from '#contracts/kernel/codes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chips.module.css';
import tones from './tones.module.css';
import { useLabels } from './labels.js';

/** Colours a state may have; never without icon and word. */
export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

type ChipProps = {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
};

/** A small labelled fact. */
export function Chip({ tone, icon, title, children }: ChipProps) {
  return (
    <span className={`${classes.chip} ${tone === undefined ? '' : (tones[tone] ?? '')}`} title={title}>
      {icon}
      {children}
    </span>
  );
}

/** Chips beside each other, wrapping. */
export function ChipRow({ children }: { readonly children: ReactNode }) {
  return <span className={classes.row}>{children}</span>;
}

type Mention = CaseFacts['difficulties'][number];

/** A difficulty with its severity as three dots. */
export function DifficultyChip({ mention }: { readonly mention: Mention }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const severity = t(`chip.severity${mention.severity}`);
  return (
    <Chip title={severity}>
      {labels.of(difficulties, mention.difficulty)}
      <span className={classes.dots} aria-hidden>
        {[1, 2, 3].map((dot) => (
          <span key={dot} className={`${classes.dot} ${dot <= mention.severity ? classes.full : ''}`} />
        ))}
      </span>
      <span className="visually-hidden">({severity})</span>
    </Chip>
  );
}

/** All difficulties of a case, the main one first; `most` cuts the row and counts the rest. */
export function Difficulties({ facts, most = 8 }: { readonly facts: CaseFacts; readonly most?: number }) {
  const rest = facts.difficulties.length - most;
  return (
    <ChipRow>
      {facts.difficulties.slice(0, most).map((mention) => (
        <DifficultyChip key={mention.difficulty} mention={mention} />
      ))}
      {rest > 0 && <Chip>+{rest}</Chip>}
    </ChipRow>
  );
}
