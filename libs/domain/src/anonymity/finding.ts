/** What a piece of text would give away about a person or an enterprise. */
export type IdentifierKind =
  | 'email'
  | 'phone'
  | 'iban'
  | 'enterprise-number'
  | 'national-register-number'
  | 'web-address'
  | 'street-address'
  | 'person-name';

/** One identifier in a text; `start` and `end` are UTF-16 offsets into the original text, `excerpt` is what lies between. */
export type Finding = { kind: IdentifierKind; start: number; end: number; excerpt: string };

/** A place in the normalised text, `end` exclusive. */
export type Span = { start: number; end: number };
