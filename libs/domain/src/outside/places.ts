import { region } from '#contracts/kernel/codes';

/** A code of a place with what the file calls it; the same when it says nothing more. */
export type PlaceCode = { readonly code: string; readonly label: string };

/** Where a code is: a NIS code of the region, null for all of it; elsewhere, or no code of a place at all. */
export type Place = { readonly municipality: string | null } | 'elsewhere' | 'unknown';

/** NIS, NUTS and ISO codes of places; whether they exist elsewhere is not for us to say. */
const placeCode = /^(?:\d{5}|[A-Z]{2}[A-Z0-9_-]{0,10})$/;

/** The region and its municipalities by their names in every language, as `plainOf` writes them. */
const named: ReadonlyMap<string, string | null> = new Map([
  ...Object.values(region.label).map((label) => [plainOf(label), null] as const),
  ...Object.entries(region.municipalities).flatMap(([code, { label }]) =>
    Object.values(label).map((name) => [plainOf(name), code] as const),
  ),
]);

/** What a code, or a name in any language, means in the lists of the region. */
export function placeOf(code: string): Place {
  if (code === '' || region.statisticalCodes.includes(code)) {
    return { municipality: null };
  }
  if (Object.hasOwn(region.municipalities, code)) {
    return { municipality: code };
  }
  const municipality = named.get(plainOf(code));
  if (municipality !== undefined) {
    return { municipality };
  }
  return placeCode.test(code) ? 'elsewhere' : 'unknown';
}

/** Whether a dimension says where: by the names that statistics offices use. */
export function saysWhere(dimension: string): boolean {
  return (
    namesNis(dimension) ||
    /^(?:ref_?area|geo|geography|region|area|territory|municipality|commune|gemeente)$/i.test(dimension)
  );
}

/** Whether the name of a dimension names the list of the Belgian statistical office. */
export function namesNis(dimension: string): boolean {
  return /^(?:ref)?nis$|^nis(?:[_-]?code)?$|^cd_(?:\w+_)?refnis$|^code[ _-]?(?:nis|ins)$|^(?:nis|ins)[ _-]?code$/i.test(
    dimension,
  );
}

/** The labels that a code of the region has here, in every language. */
export function labelsOf(code: string): readonly string[] {
  const labels = Object.hasOwn(region.municipalities, code) ? region.municipalities[code]?.label : undefined;
  return Object.values(labels ?? region.label);
}

/** Words of the region's own name that other places hardly have; its codes are written with many names around them. */
const ownWords = Object.values(region.label).flatMap((label) =>
  plainOf(label)
    .split(' ')
    .filter((word) => word.length > 6),
);

/** A name without what people write in different ways: case, accents, hyphens. */
export function plainOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Codes of digits alone are numbers of many lists of the world; only these can be taken for ours by mistake. */
const isNumber = (code: string) => /^\d+$/.test(code);

/** Codes that are ours if the list is the one of the Belgian statistical office. */
export function oursIfNis(codes: readonly PlaceCode[]): readonly PlaceCode[] {
  return codes.filter(({ code }) => isNumber(code) && typeof placeOf(code) === 'object');
}

/** True when nothing is to be asked: the file names the list, or every name it gives to one of our codes is ours. */
export function isNisNamed(dimension: string, codes: readonly PlaceCode[]): boolean {
  const ours = oursIfNis(codes);
  const agrees = ({ code, label }: PlaceCode) => {
    const plain = plainOf(label);
    const known = Object.hasOwn(region.municipalities, code) ? labelsOf(code).map(plainOf) : ownWords;
    return known.some((one) => plain.includes(one));
  };
  return namesNis(dimension) || ours.every((one) => one.label !== one.code && agrees(one));
}

/** Per mille of rows outside the region, rounded up, as per cent with one decimal: 99.7. */
export function shareLeftOut(leftOut: number, kept: number): number {
  return Math.ceil((1_000 * leftOut) / Math.max(1, leftOut + kept)) / 10;
}
