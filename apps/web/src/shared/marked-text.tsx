import type { Finding, PlacedFinding } from '#domain/anonymity';
import { useTranslation } from 'react-i18next';
import classes from './note-field.module.css';

/** A passage that identifies somebody, and what it is in words. */
export type Marked = { readonly start: number; readonly end: number; readonly what: string; readonly excerpt: string };

/** A text with its passages marked. */
export function Marks({ text, marked }: { readonly text: string; readonly marked: readonly Marked[] }) {
  const parts = [];
  let at = 0;
  for (const one of [...marked].sort((a, b) => a.start - b.start)) {
    if (one.start >= at) {
      parts.push(text.slice(at, one.start), <mark key={one.start}>{text.slice(one.start, one.end)}</mark>);
      at = one.end;
    }
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** What is wrong with a text, passage by passage. */
export function Findings({ marked }: { readonly marked: readonly Marked[] }) {
  const { t } = useTranslation();
  return (
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
  );
}

/** What the guard found, with what it is in the words of the screen. */
export function useMarked(): (found: readonly Finding[]) => readonly Marked[] {
  const { t } = useTranslation();
  return (found) => found.map((one) => ({ ...one, what: t(`guard.kind.${one.kind}`) }));
}

/** Texts that go with a request without a field of their own here, each marked where it identifies somebody. */
export function MarkedTexts({ found }: { readonly found: readonly PlacedFinding[] }) {
  const { t } = useTranslation();
  const marked = useMarked();
  const paths = [...new Set(found.map(({ path }) => path))];
  return (
    <div aria-live="polite">
      {paths.length > 0 && <p className={classes.label}>{t('guard.content')}</p>}
      {paths.map((path) => {
        const some = found.filter((one) => one.path === path);
        return (
          <div key={path}>
            <pre className={classes.marked} tabIndex={0} aria-label={t('guard.content')}>
              <Marks text={some[0]?.text ?? ''} marked={marked(some)} />
            </pre>
            <Findings marked={marked(some)} />
          </div>
        );
      })}
    </div>
  );
}
