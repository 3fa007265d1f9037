import { longestNote } from '#contracts/case/codes';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Objection } from '../client/problem.js';
import { ApiProblem } from '../client/problem.js';
import { useGuard } from './guard.js';
import classes from './note-field.module.css';

type Marked = { readonly start: number; readonly end: number; readonly what: string; readonly excerpt: string };

function isMarked(one: Objection): one is Objection & { start: number; end: number } {
  return one.start !== undefined && one.end !== undefined;
}

function Mirror({ text, marked }: { readonly text: string; readonly marked: readonly Marked[] }) {
  const parts = [];
  let at = 0;
  for (const one of [...marked].sort((a, b) => a.start - b.start)) {
    if (one.start >= at) {
      parts.push(text.slice(at, one.start), <mark key={one.start}>{text.slice(one.start, one.end)}</mark>);
      at = one.end;
    }
  }
  return (
    <div className={classes.mirror} aria-hidden>
      {parts}
      {text.slice(at)}
      {'\n'}
    </div>
  );
}

type NoteFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The last answer of the server; its objections to `path` are shown in place. */
  readonly error?: Error | null;
  /** The field's path in the request. */
  readonly path: string;
  /** The text the server objected to; its marks disappear when the text changes. */
  readonly sent?: string | undefined;
  readonly optional?: boolean;
};

/** A free text that must not identify anybody: what the guard finds is marked while one writes. */
export function NoteField({ label, value, onChange, error, path, sent, optional }: NoteFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const found = useGuard(value);
  const objections = error instanceof ApiProblem && (sent === undefined || sent === value) ? error.at(path) : [];
  const local: readonly Marked[] = found.map((one) => ({ ...one, what: t(`guard.kind.${one.kind}`) }));
  const remote: readonly Marked[] = objections
    .filter(isMarked)
    .filter((objection) => !local.some((one) => one.start < objection.end && objection.start < one.end))
    .map((one) => ({
      start: one.start,
      end: one.end,
      excerpt: value.slice(one.start, one.end),
      what: one.message,
    }));
  const marked = [...local, ...remote];
  const bad = marked.length > 0;
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label} {optional === true && <span className={classes.optional}>({t('form.optional')})</span>}
      </label>
      <div className={classes.stack}>
        <Mirror text={value} marked={marked} />
        <textarea
          id={id}
          className={`${classes.text} ${bad ? classes.bad : ''}`}
          value={value}
          maxLength={longestNote}
          aria-invalid={bad}
          aria-describedby={`${id}-says`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-says`} aria-live="polite">
        {bad ? (
          <div className={classes.findings}>
            {t('guard.summary', { count: marked.length })}
            <ul>
              {marked.map((one) => (
                <li key={one.start}>
                  <q>{one.excerpt}</q> ({one.what})
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p className={classes.hint}>{t('guard.hint')}</p>
        )}
      </div>
    </div>
  );
}

export { useGuard };
