/** Whether a number of JavaScript is the one that is written in decimal; a whole one only when those beside it are others. */
export function isExactNumber(written: string): boolean {
  const number = Number(written);
  if (!Number.isFinite(number)) {
    return false;
  }
  return /^[-+]?\d+$/.test(written)
    ? Number.isSafeInteger(number)
    : isSame(digitsOf(String(number)), digitsOf(written));
}

type Digits = { readonly sign: boolean; readonly digits: string; readonly exponent: number };

/** A number as 0.digits times ten to the exponent. */
function digitsOf(written: string): Digits {
  const [, sign, whole = '', after = '', power = '0'] =
    /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(written) ?? [];
  const all = `${whole}${after}`;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  const digits = all.slice(leading).replace(/0+$/, '');
  return { sign: sign === '-', digits, exponent: digits === '' ? 0 : whole.length - leading + Number(power) };
}

function isSame(one: Digits, other: Digits): boolean {
  // Zero has no sign that anybody reads.
  return (
    one.digits === other.digits && one.exponent === other.exponent && (one.digits === '' || one.sign === other.sign)
  );
}
