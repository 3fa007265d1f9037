/** Makes the data of a type into that of its next version; what it gives is checked with the schema of that version. */
export type Upcaster = (data: unknown) => unknown;

/**
 * By the older type: `relais.x.v1` leads to `relais.x.v2`. A version in the catalogue that has one before it needs its upcaster
 * here (a test sees to it), and from then on nobody who reads meets the older one.
 */
export const upcasters: Readonly<Record<string, Upcaster>> = {};

/** An event in its newest version, over as many steps as that takes; as it is when it is the newest. */
export function upcast(
  type: string,
  data: unknown,
  steps: Readonly<Record<string, Upcaster>> = upcasters,
): { readonly type: string; readonly data: unknown } {
  const step = Object.hasOwn(steps, type) ? steps[type] : undefined;
  return step === undefined
    ? { type, data }
    : upcast(
        type.replace(/\d+$/, (version) => String(Number(version) + 1)),
        step(data),
        steps,
      );
}
