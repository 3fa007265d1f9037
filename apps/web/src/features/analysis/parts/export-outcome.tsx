import { Problem } from '../../../shared/form-problem.js';
import { fileAddress, type ExportState } from './use-export.js';

type ExportOutcomeProps = {
  readonly state: ExportState;
  readonly words: {
    readonly label: string;
    readonly running: (percent: number | null, bytes: number) => string;
    readonly waiting: (ahead: number) => string;
    readonly ready: (rows: number, bytes: number) => string;
    readonly stopped: string;
    /** When the export broke off and no reason came. */
    readonly broken: string;
  };
  /** Names of styles. */
  readonly looks: Readonly<Record<'running' | 'ready' | 'stopped' | 'fault', string | undefined>> & {
    readonly progress?: string | undefined;
  };
};

/** How far an export is, or what became of it. */
export function ExportOutcome({ state, words, looks }: ExportOutcomeProps) {
  switch (state.at) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div className={looks.running} role="status">
          <progress
            className={looks.progress}
            aria-label={words.label}
            max={100}
            {...(state.percent !== null && { value: Math.min(100, state.percent) })}
          />
          <span>{state.ahead === null ? words.running(state.percent, state.bytes) : words.waiting(state.ahead)}</span>
        </div>
      );
    case 'ready':
      return (
        <p className={looks.ready} role="status">
          {words.ready(state.file.rows, state.file.bytes)}{' '}
          <a href={fileAddress(state.file)} download={state.file.name}>
            {state.file.name}
          </a>
        </p>
      );
    case 'stopped':
      return (
        <p className={looks.stopped} role="status">
          {words.stopped}
        </p>
      );
    case 'fault':
      return (
        <p className={looks.fault} role="alert">
          {state.fault?.text ?? words.broken}
        </p>
      );
    case 'failed':
      return <Problem error={state.error} />;
    default:
      return state satisfies never;
  }
}
