/** What this installation is called by others: its public address, and the prefix of its topics. */
export class Installation {
  constructor(
    readonly publicUrl: string,
    readonly topicPrefix: string,
  ) {}
}
