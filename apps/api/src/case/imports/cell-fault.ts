import type { FaultCode, FaultParams } from './faults.js';

/** What is wrong with one cell. */
export class CellFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly params?: FaultParams,
  ) {
    super(code);
  }
}
