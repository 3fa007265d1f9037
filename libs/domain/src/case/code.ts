const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The short code people say to each other, from the first 40 random bits of a case id: `R4K7-9TQZ`. */
export function caseCodeOf(caseId: string): string {
  let bits = BigInt(`0x${caseId.replaceAll('-', '').slice(0, 10)}`);
  let code = '';
  for (let place = 0; place < 8; place += 1) {
    code = `${alphabet[Number(bits & 31n)] ?? ''}${code}`;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
