const zero = '0'.charCodeAt(0);

/** The remainder by 97 of a decimal number of any length, given as digits. */
export function remainder97(digits: string): number {
  let remainder = 0;
  for (let place = 0; place < digits.length; place += 1) {
    remainder = (remainder * 10 + digits.charCodeAt(place) - zero) % 97;
  }
  return remainder;
}

/** Whether ten digits are a Belgian enterprise number: they start with 0 or 1 and the last two are 97 less the rest's remainder. */
export function isEnterpriseNumber(digits: string): boolean {
  return (
    /^[01]\d{9}$/.test(digits) &&
    digits !== '0000000097' &&
    97 - remainder97(digits.slice(0, 8)) === Number(digits.slice(8))
  );
}

/** Whether eleven digits are a Belgian national register or BIS number of a person born in the 20th or the 21st century. */
export function isNationalRegisterNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) {
    return false;
  }
  // A BIS number (people who are not in the register) has its month raised by 20 or 40; unknown dates are written as zeros.
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  if (month > 12 || Number(digits.slice(2, 4)) > 52 || day > 31) {
    return false;
  }
  const check = Number(digits.slice(9));
  const body = digits.slice(0, 9);
  return 97 - remainder97(body) === check || 97 - remainder97(`2${body}`) === check;
}

/** Whether a compact, upper-case IBAN has the right check digits (ISO 7064, mod 97-10). */
export function hasIbanCheckDigits(compact: string): boolean {
  const rearranged = compact.slice(4) + compact.slice(0, 4);
  return remainder97(rearranged.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
}

/** Whether twelve digits are a Belgian account number as written before the IBAN (the tail of every Belgian IBAN). */
export function isBelgianAccountNumber(digits: string): boolean {
  return /^\d{12}$/.test(digits) && (remainder97(digits.slice(0, 10)) || 97) === Number(digits.slice(10));
}
