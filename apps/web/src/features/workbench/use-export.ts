import type { ExportFormat, ExportMessage, RunFault, RunRequest } from '#contracts';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { postLines } from '../../shared/lines.js';

/** An export as far as it is. */
export type Export = {
  readonly format: ExportFormat;
  readonly state: 'running' | 'ready' | 'failed';
  readonly percent: number | null;
  readonly bytes: number;
  readonly ready: Extract<ExportMessage, { kind: 'ready' }> | null;
  readonly fault: RunFault | null;
};

/** The export after one more message. */
export function exported(before: Export, message: ExportMessage): Export {
  switch (message.kind) {
    case 'started':
      return before;
    case 'progress':
      return { ...before, percent: message.percent, bytes: message.bytes };
    case 'ready':
      return { ...before, state: 'ready', bytes: message.bytes, ready: message };
    case 'fault':
      return { ...before, state: 'failed', fault: message.fault };
    default:
      return message satisfies never;
  }
}

/** The address of a finished export. */
export function downloadOf(exportId: string): string {
  return `/api/v1/analysis/exports/${exportId}`;
}

function download(exportId: string, name: string): void {
  const link = document.createElement('a');
  link.href = downloadOf(exportId);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Writes the whole result of a query into a file on the server and takes it from there; one at a time. */
export function useExport() {
  const [state, setState] = useState<Export | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const start = async (run: RunRequest, format: ExportFormat): Promise<void> => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    let known: Export = { format, state: 'running', percent: null, bytes: 0, ready: null, fault: null };
    const tell = (next: Export) => {
      known = next;
      if (current.current === controller) {
        setState(next);
      }
    };
    const fail = (code: RunFault['code'], text: string) =>
      tell({ ...known, state: 'failed', fault: { code, text, position: null } });
    tell(known);
    try {
      const messages = postLines<ExportMessage>('/analysis/exports', { of: 'query', run, format }, controller.signal);
      for await (const message of messages) {
        tell(exported(known, message));
      }
    } catch (error) {
      fail('failed', error instanceof Error ? error.message : i18next.t('error.unexpected'));
      return;
    }
    if (known.ready !== null) {
      download(known.ready.exportId, known.ready.name);
    } else if (known.fault === null) {
      const isStopped = controller.signal.aborted;
      fail(
        isStopped ? 'stopped' : 'failed',
        i18next.t(isStopped ? 'workbench:export.stopped' : 'workbench:fault.incomplete'),
      );
    }
  };
  return { state, start, stop: () => current.current?.abort() };
}
