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

declare module 'kafkajs/src/cluster/index.js' {
  type Message = {
    readonly offset: string;
    readonly key: Buffer | null;
    readonly headers?: Record<string, unknown>;
    readonly value: Buffer | null;
  };
  type Fetched = {
    readonly responses: readonly { readonly partitions: readonly { readonly messages: Message[] }[] }[];
  };

  /** The brokers of one client; what is declared here is all that is used. */
  export type Cluster = {
    connect(): Promise<void>;
    disconnect(): Promise<void>;
    addTargetTopic(topic: string): Promise<void>;
    refreshMetadata(): Promise<void>;
    findTopicPartitionMetadata(topic: string): readonly { readonly partitionId: number; readonly leader: number }[];
    findGroupCoordinator(group: {
      readonly groupId: string;
    }): Promise<{ leaveGroup(member: { readonly groupId: string; readonly memberId: string }): Promise<unknown> }>;
    findBroker(node: {
      readonly nodeId: number;
    }): Promise<{ fetch(request: Readonly<Record<string, unknown>>): Promise<Fetched> }>;
  };
}
