/** Of the addresses the one that `pathname` is, or is nearest below; undefined when it is below none. */
export function currentOf(addresses: readonly string[], pathname: string): string | undefined {
  return addresses
    .filter((address) => pathname === address || pathname.startsWith(`${address}/`))
    .reduce<string | undefined>(
      (nearest, address) => (nearest === undefined || address.length > nearest.length ? address : nearest),
      undefined,
    );
}
