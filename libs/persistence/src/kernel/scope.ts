/** Whose rows may be read: everything, or what concerns these services. */
export type Scope = { readonly everything: boolean; readonly serviceIds: readonly string[] };
