import type { Refusal } from '#contracts/catalogue';

/** The case said no: the rules refuse the command, or there is no such case. */
export class CaseRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${refusal.code}`);
    this.name = 'CaseRefused';
  }
}

/**
 * Temporal or every worker is away. Whether the command was applied is unknown: repeating it with the same command id
 * is safe and tells.
 */
export class EngineAway extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineAway';
  }
}

/** More commands at once than the case or the engine takes; nothing was applied. */
export class TooBusy extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TooBusy';
  }
}
