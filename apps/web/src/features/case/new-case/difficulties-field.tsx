import type { CaseFacts } from '#contracts/case';
import type { Difficulty, DifficultyGroup } from '#contracts/kernel/codes';
import { codesOf, difficulties, difficultyGroups } from '#contracts/kernel/codes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconArrowUp, IconPlus, IconX } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import classes from './difficulties-field.module.css';
import { FieldSet, focusField } from './field.js';
import { Severity } from './severity.js';

type Mention = CaseFacts['difficulties'][number];

const most = 8;
const groups = codesOf(difficultyGroups).map((group: DifficultyGroup) => ({
  group,
  members: codesOf(difficulties).filter((code) => difficulties[code].group === group),
}));

type PickedProps = {
  readonly mention: Mention;
  readonly rank: number;
  readonly onUp: () => void;
  readonly onChange: (mention: Mention) => void;
  readonly onRemove: () => void;
};

function Picked({ mention, rank, onUp, onChange, onRemove }: PickedProps) {
  const { t } = useTranslation('new-case');
  const name = useLabels().of(difficulties, mention.difficulty);
  return (
    <li className={classes.picked}>
      <span className={`${classes.rank} ${rank === 0 ? classes.main : ''}`}>
        {rank === 0 ? t('difficulty.main') : rank + 1}
      </span>
      <span className={classes.name}>{name}</span>
      <Severity of={name} value={mention.severity} onChange={(severity) => onChange({ ...mention, severity })} />
      <span className={classes.tools}>
        <button
          type="button"
          className={classes.tool}
          disabled={rank === 0}
          onClick={onUp}
          aria-label={t(rank === 1 ? 'difficulty.makeMain' : 'difficulty.up', { name })}
        >
          <IconArrowUp size={16} aria-hidden />
        </button>
        <button type="button" className={classes.tool} onClick={onRemove} aria-label={t('difficulty.remove', { name })}>
          <IconX size={16} aria-hidden />
        </button>
      </span>
    </li>
  );
}

type DifficultiesFieldProps = {
  readonly value: readonly Mention[];
  readonly onChange: (value: Mention[]) => void;
  readonly error?: string | undefined;
};

/** What the entrepreneur struggles with, the main difficulty first, each with its severity. */
export function DifficultiesField({ value, onChange, error }: DifficultiesFieldProps) {
  const { t } = useTranslation('new-case');
  const labels = useLabels();
  const [told, setTold] = useState('');
  const nameOf = (code: Difficulty) => labels.of(difficulties, code);
  const add = (difficulty: Difficulty) => {
    onChange([...value, { difficulty, severity: 2 }]);
    setTold(t('difficulty.added', { name: nameOf(difficulty) }));
  };
  const remove = (difficulty: Difficulty) => {
    onChange(value.filter((one) => one.difficulty !== difficulty));
    setTold(t('difficulty.removed', { name: nameOf(difficulty) }));
    focusField('difficulties');
  };
  const up = (rank: number) => {
    const moved = value[rank];
    const above = value[rank - 1];
    if (moved === undefined || above === undefined) {
      return;
    }
    onChange([...value.slice(0, rank - 1), moved, above, ...value.slice(rank + 1)]);
    setTold(t('difficulty.moved', { name: nameOf(moved.difficulty), place: rank }));
  };
  return (
    <FieldSet field="difficulties" label={t('difficulty.label')} hint={t('difficulty.hint')} error={error}>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {value.length > 0 && (
        <ol className={classes.list}>
          {value.map((mention, rank) => (
            <Picked
              key={mention.difficulty}
              mention={mention}
              rank={rank}
              onUp={() => up(rank)}
              onChange={(next) => onChange(value.map((one) => (one.difficulty === next.difficulty ? next : one)))}
              onRemove={() => remove(mention.difficulty)}
            />
          ))}
        </ol>
      )}
      <div className={classes.groups}>
        {groups.map(({ group, members }) => (
          <div key={group} className={classes.group} role="group" aria-label={labels.of(difficultyGroups, group)}>
            <span className={classes.groupName} aria-hidden>
              {labels.of(difficultyGroups, group)}
            </span>
            <span className={classes.offers}>
              {members.map((code) => {
                const isPicked = value.some((one) => one.difficulty === code);
                return (
                  <button
                    key={code}
                    type="button"
                    className={classes.offer}
                    aria-pressed={isPicked}
                    disabled={!isPicked && value.length >= most}
                    onClick={() => (isPicked ? remove(code) : add(code))}
                  >
                    {isPicked ? <IconX size={14} aria-hidden /> : <IconPlus size={14} aria-hidden />}
                    {nameOf(code)}
                  </button>
                );
              })}
            </span>
          </div>
        ))}
      </div>
      {value.length >= most && <p className={classes.full}>{t('difficulty.most', { count: most })}</p>}
    </FieldSet>
  );
}
