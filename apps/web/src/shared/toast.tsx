import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAlertTriangle, IconCheck, IconX } from './icons.js';
import classes from './toast.module.css';

type Toast = { readonly id: number; readonly text: string; readonly bad: boolean };

const goodMilliseconds = 5_000;
const badMilliseconds = 12_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((tell) => tell());
}

function dismiss(id: number): void {
  show(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes all messages away: they were for the one who was signed in. */
export function hush(): void {
  show([]);
}

/** Tells the person that something was done. */
export function say(text: string): void {
  lastId += 1;
  show([...toasts.slice(-2), { id: lastId, text, bad: false }]);
}

/** Tells the person that something failed, when no place on the page is nearer. */
export function sayFailed(error: unknown): void {
  lastId += 1;
  show([...toasts.slice(-2), { id: lastId, text: error instanceof Error ? error.message : String(error), bad: true }]);
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), toast.bad ? badMilliseconds : goodMilliseconds);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={`${classes.toast} ${toast.bad ? classes.bad : ''}`} role={toast.bad ? 'alert' : 'status'}>
      {toast.bad ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
      <span className={classes.text}>{toast.text}</span>
      <button type="button" className={classes.close} onClick={() => dismiss(toast.id)} aria-label={t('form.close')}>
        <IconX size={15} />
      </button>
    </div>
  );
}

/** The place where messages appear. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={classes.stack} data-no-print>
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
