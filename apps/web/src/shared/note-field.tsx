import { longestNote } from '#contracts/case/codes';
import type { Language } from '#contracts/kernel/codes';
import type { Refusing } from '#domain/anonymity';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Objection } from '../client/problem.js';
import { ApiProblem } from '../client/problem.js';
import { useGuard } from './guard.js';
import { Findings, Marks, useMarked, type Marked } from './marked-text.js';
import classes from './note-field.module.css';

function isMarked(one: Objection): one is Objection & { start: number; end: number } {
  return one.start !== undefined && one.end !== undefined;
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
  /** How the guard reads it, when it is no note. */
  readonly guard?: Refusing;
  /** Most characters, when it is no note. */
  readonly longest?: number;
  /** What is said below as long as nothing is wrong: of a note when missing, nothing when null. */
  readonly hint?: string | null;
  /** A text of one line: Enter sends it. */
  readonly line?: boolean;
  /** The language it is written in, when it is another than the screen's. */
  readonly lang?: Language;
  /** Takes the focus when its dialog opens. */
  readonly first?: boolean;
};

/** A free text that must not identify anybody: what the guard finds is marked while one writes. */
export function NoteField(props: NoteFieldProps) {
  const { label, value, onChange, error, path, sent, optional, guard, longest = longestNote, line = false } = props;
  const { t } = useTranslation();
  const id = useId();
  const found = useGuard(value, guard);
  const markedBy = useMarked();
  const objections = error instanceof ApiProblem && (sent === undefined || sent === value) ? error.at(path) : [];
  const local = markedBy(found);
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
  const hint = props.hint === undefined ? t('guard.hint') : props.hint;
  const lineClass = line ? classes.line : '';
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label} {optional === true && <span className={classes.optional}>({t('form.optional')})</span>}
      </label>
      <div className={classes.stack}>
        <div className={`${classes.mirror} ${lineClass}`} aria-hidden>
          <Marks text={value} marked={marked} />
          {'\n'}
        </div>
        <textarea
          id={id}
          className={`${classes.text} ${lineClass} ${bad ? classes.bad : ''}`}
          value={value}
          rows={line ? 1 : undefined}
          lang={props.lang}
          maxLength={longest}
          required={optional !== true}
          data-autofocus={props.first}
          onKeyDown={(event) => {
            if (line && event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }
          }}
          aria-invalid={bad}
          aria-describedby={`${id}-says`}
          onChange={(event) => onChange(line ? event.target.value.replaceAll(/[\r\n]+/g, ' ') : event.target.value)}
        />
      </div>
      <div id={`${id}-says`} aria-live="polite">
        {bad ? <Findings marked={marked} /> : hint !== null && <p className={classes.hint}>{hint}</p>}
      </div>
    </div>
  );
}

export { useGuard };
