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

/** How a code, or its beginning, is looked for as people hear and write it: letters that the alphabet leaves out stand for the digits they look like. */
export function spelledCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}
