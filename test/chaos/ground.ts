/** Where the engines can be reached directly (never through a proxy that a fault may cut). */
export type Ground = {
  /** One per API process; more than one when scaled. */
  readonly apiUrls: readonly string[];
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Topic prefix. */
  readonly prefix: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** As in the environment variable PAYLOAD_KEYS. */
  readonly payloadKeys: string;
  /** As in the environment variable NOTES_KEY. */
  readonly notesKey: string;
};
