import type { ExportMessage, ExportRequest, RunFault } from '#contracts/analysis';
import { useEffect, useRef, useState } from 'react';
import { address } from '../../../client/api.js';
import { useLanguage } from '../../../shared/labels.js';
import { postLines } from './lines.js';

type Ready = Extract<ExportMessage, { kind: 'ready' }>;

/** How far an export is. */
export type ExportState =
  | { readonly at: 'idle' }
  | {
      readonly at: 'running';
      readonly percent: number | null;
      readonly bytes: number;
      readonly seconds: number;
      /** How many have their turn before it; null once it is made. */
      readonly ahead: number | null;
    }
  | { readonly at: 'ready'; readonly file: Ready }
  | { readonly at: 'stopped' }
  | { readonly at: 'fault'; readonly fault: RunFault | undefined }
  | { readonly at: 'failed'; readonly error: Error };

/** The address of a file that is ready. */
export function fileAddress({ exportId }: Ready): string {
  return address(`/analysis/exports/${exportId}`, {});
}

/** The browser takes the file by itself, at its own pace and without using the page's memory. */
function download(file: Ready): void {
  const link = document.createElement('a');
  link.href = fileAddress(file);
  link.download = file.name;
  link.click();
}

function stateAfter(message: ExportMessage): ExportState {
  switch (message.kind) {
    case 'started':
      return { at: 'running', percent: null, bytes: 0, seconds: 0, ahead: null };
    case 'progress':
      return {
        at: 'running',
        percent: message.percent,
        bytes: message.bytes,
        seconds: message.seconds,
        ahead: message.ahead ?? null,
      };
    case 'ready':
      return { at: 'ready', file: message };
    case 'fault':
      return { at: 'fault', fault: message.fault };
    default:
      return message satisfies never;
  }
}

/** Makes one export after the other; leaving the page stops it on the server too. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ at: 'idle' });
  const running = useRef<AbortController>(undefined);
  const language = useLanguage();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (asked: ExportRequestInput) => {
    const request = { ...asked, language };
    const controller = new AbortController();
    running.current = controller;
    setState({ at: 'running', percent: null, bytes: 0, seconds: 0, ahead: null });
    let last: ExportState = { at: 'fault', fault: undefined };
    try {
      for await (const message of postLines<ExportMessage>('/analysis/exports', request, controller.signal)) {
        const next = stateAfter(message);
        setState(next);
        if (next.at !== 'running') {
          last = next;
        }
      }
      // Neither a file nor a fault at the end: the answer broke off.
      setState(controller.signal.aborted ? { at: 'stopped' } : last);
      if (last.at === 'ready') {
        download(last.file);
      }
    } catch (error) {
      setState({ at: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { state, start, stop: () => running.current?.abort() };
}

/** As the server reads it: lists of the filter are joined by commas. */
export type ExportRequestInput =
  | (Omit<Extract<ExportRequest, { of: 'events' }>, 'filter'> & { readonly filter: Readonly<Record<string, unknown>> })
  | Extract<ExportRequest, { of: 'query' }>;
