import type { AccessibilityContact } from '#contracts/kernel';

/** What this installation is called by others: its public address, the prefix of its topics, and whom to tell of barriers. */
export class Installation {
  constructor(
    readonly publicUrl: string,
    readonly topicPrefix: string,
    readonly accessibilityContact: AccessibilityContact['contact'] = null,
  ) {}
}
