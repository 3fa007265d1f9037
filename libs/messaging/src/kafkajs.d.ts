declare module 'kafkajs/src/network/requestQueue/index.js' {
  /** The requests of one connection; what is declared here is all that is used. */
  export default class RequestQueue {
    constructor(options: Readonly<Record<string, unknown>>);
    /** Those that could not be sent at once. */
    readonly pending: unknown[];
    readonly throttleCheckTimeoutId: NodeJS.Timeout | null;
    /** Sends what can be sent now, and comes back for the rest. */
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
  }
}
