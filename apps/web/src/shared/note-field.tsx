import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemPlace } from '../client/problem.js';
import { ApiProblem } from '../client/problem.js';
import { useGuard } from './guard.js';
import classes from './note-field.module.css';

const longestNote = 4000;

type Place = { readonly start: number; readonly end: number; readonly what: string; readonly excerpt: string };

function isMarked(place: ProblemPlace): place is ProblemPlace & { start: number; end: number } {
  return place.start !== undefined && place.end !== undefined;
}

function Mirror({ text, places }: { readonly text: string; readonly places: readonly Place[] }) {
  const parts = [];
  let at = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    if (place.start >= at) {
      parts.push(text.slice(at, place.start), <mark key={place.start}>{text.slice(place.start, place.end)}</mark>);
      at = place.end;
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
  const local: readonly Place[] = found.map((one) => ({ ...one, what: t(`guard.kind.${one.kind}`) }));
  const remote: readonly Place[] = objections
    .filter(isMarked)
    .filter((place) => !local.some((one) => one.start < place.end && place.start < one.end))
    .map((place) => ({
      start: place.start,
      end: place.end,
      excerpt: value.slice(place.start, place.end),
      what: place.message,
    }));
  const places = [...local, ...remote];
  const bad = places.length > 0;
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label} {optional === true && <span className={classes.optional}>({t('form.optional')})</span>}
      </label>
      <div className={classes.stack}>
        <Mirror text={value} places={places} />
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
            {t('guard.summary', { count: places.length })}
            <ul>
              {places.map((place) => (
                <li key={place.start}>
                  <q>{place.excerpt}</q> ({place.what})
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
