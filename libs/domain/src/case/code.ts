import { codeOfBits } from '../spelling/index.js';

/** The short code people say to each other, from the first 40 random bits of a case id: `R4K7-9TQZ`. */
export function caseCodeOf(caseId: string): string {
  return codeOfBits(BigInt(`0x${caseId.replaceAll('-', '').slice(0, 10)}`));
}
