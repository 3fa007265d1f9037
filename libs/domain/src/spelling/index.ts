const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = 8;

/** How many codes there are. */
export const codeCount = alphabet.length ** places;

/** A code that people say to each other, from 40 bits: `R4K7-9TQZ`. The alphabet leaves out I, L, O and U. */
export function codeOfBits(bits: bigint): string {
  let rest = bits;
  let code = '';
  for (let place = 0; place < places; place += 1) {
    code = `${alphabet[Number(rest & 31n)] ?? ''}${code}`;
    rest >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code, or its beginning, as people hear and write it: letters that the alphabet leaves out stand for the digits they look like. */
export function spelledCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}
