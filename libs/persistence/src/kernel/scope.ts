/** Whose rows may be read: everything, or what concerns these services; and whether of what any member is told. */
export type Scope = {
  readonly everything: boolean;
  readonly serviceIds: readonly string[];
  readonly member: boolean;
};
