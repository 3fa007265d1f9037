import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './severity.module.css';

type Grade = 1 | 2 | 3;
const grades: readonly Grade[] = [1, 2, 3];

type SeverityProps = { readonly of: string; readonly value: Grade; readonly onChange: (value: Grade) => void };

/** Three dots to weigh a difficulty, with the word of the chosen one. */
export function Severity({ of, value, onChange }: SeverityProps) {
  const { t } = useTranslation();
  const { t: form } = useTranslation('new-case');
  const name = useId();
  return (
    <span className={classes.severity} role="radiogroup" aria-label={form('difficulty.severity', { name: of })}>
      {grades.map((grade) => (
        <label key={grade} className={classes.grade} title={t(`chip.severity${grade}`)}>
          <input
            type="radio"
            name={name}
            checked={grade === value}
            aria-label={t(`chip.severity${grade}`)}
            onChange={() => onChange(grade)}
          />
          <span className={`${classes.dot} ${grade <= value ? classes.full : ''}`} aria-hidden />
        </label>
      ))}
      <span className={classes.word} aria-hidden>
        {t(`chip.severity${value}`)}
      </span>
    </span>
  );
}
