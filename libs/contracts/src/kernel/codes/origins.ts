/** What an event may be caused by; the shape of each is `Origin`. */
export const originKinds = ['person', 'unaffiliated', 'entrepreneur', 'link', 'clock', 'import'] as const;

/** A kind of origin. */
export type OriginKind = (typeof originKinds)[number];
