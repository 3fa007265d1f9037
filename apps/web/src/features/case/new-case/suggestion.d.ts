import '@tanstack/history';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The case was just opened: its page offers to refer it. */
    suggestRefer?: boolean;
  }
}
