import type { RunFault, RunMessage, RunRequest } from '#contracts/analysis';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { postLines } from '../parts/lines.js';
import type { Result } from './cells.js';

type End = Extract<RunMessage, { kind: 'end' }>;

/** A query that runs or ran: what was asked, what came so far, and how it ended. */
export type Run = Result & {
  readonly request: RunRequest;
  /** The text as the person sees it; places of faults count in it. */
  readonly written: string;
  readonly state: 'running' | 'done' | 'failed';
  /** When it began on this machine, for the elapsed time. */
  readonly since: number;
  readonly percent: number | null;
  /** How many have their turn before it; null once it runs. */
  readonly ahead: number | null;
  readonly end: End | null;
  readonly fault: RunFault | null;
};

/** A run of which nothing came yet; `written` is its text as the person sees it. */
export function begin(request: RunRequest, written: string): Run {
  return {
    request,
    written,
    state: 'running',
    since: Date.now(),
    percent: null,
    ahead: null,
    columns: [],
    rows: [],
    end: null,
    fault: null,
  };
}

/** The run after one more message. */
export function received(run: Run, message: RunMessage): Run {
  switch (message.kind) {
    case 'started':
      return run;
    case 'progress':
      return { ...run, percent: message.percent, ahead: message.ahead ?? null };
    case 'columns':
      return { ...run, columns: message.columns, ahead: null };
    case 'rows':
      return { ...run, rows: [...run.rows, ...message.rows] };
    case 'end':
      return run.rows.length === message.rows
        ? { ...run, state: 'done', end: message }
        : failed(run, { code: 'failed', text: i18next.t('workbench:fault.incomplete'), position: null });
    case 'fault':
      return failed(run, message.fault);
    default:
      return message satisfies never;
  }
}

/** An incomplete result is no result: what has arrived is thrown away. The API sees the text without the space before it. */
function failed(run: Run, fault: RunFault): Run {
  const before = run.written.length - run.written.trimStart().length;
  const position = fault.position === null ? null : fault.position + before;
  return { ...run, state: 'failed', rows: [], columns: [], fault: { ...fault, position } };
}

/** Runs one query at a time; starting another, or leaving, stops it on the server too. */
export function useRun() {
  const [run, setRun] = useState<Run | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const start = async (request: RunRequest, written: string): Promise<void> => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    let known = begin(request, written);
    const tell = (next: Run) => {
      known = next;
      if (current.current === controller) {
        setRun(next);
      }
    };
    tell(known);
    try {
      for await (const message of postLines<RunMessage>('/analysis/runs', request, controller.signal)) {
        tell(received(known, message));
      }
      if (known.state === 'running') {
        const isStopped = controller.signal.aborted;
        const text = i18next.t(isStopped ? 'workbench:fault.stopped' : 'workbench:fault.incomplete');
        tell(failed(known, { code: isStopped ? 'stopped' : 'failed', text, position: null }));
      }
    } catch (error) {
      const text = error instanceof Error ? error.message : i18next.t('error.unexpected');
      tell(failed(known, { code: 'failed', text, position: null }));
    }
  };
  return { run, start, stop: () => current.current?.abort() };
}
