import { findEnterpriseNumbers, findNationalRegisterNumbers } from './belgian-numbers.js';
import { findCompanyNames } from './company-name.js';
import { digitRuns } from './digit-runs.js';
import { findEmails } from './email.js';
import type { Finding, IdentifierKind, Span } from './finding.js';
import { findIbans } from './iban.js';
import { normalise, originalSpan } from './normalise.js';
import { findPersonNames } from './person-name.js';
import { findPhones } from './phone.js';
import { findStreetAddresses } from './street-address.js';
import { tokenise } from './tokens.js';
import { findWebAddresses } from './web-address.js';

/**
 * Every identifier in a text, in the order of the text and without overlaps: where two kinds claim the same characters the more certain
 * one (a number with check digits, the address of a mailbox) is reported.
 */
export function findIdentifiers(text: string): Finding[] {
  const normalised = normalise(text);
  const runs = digitRuns(normalised.text);
  const tokens = tokenise(normalised.text);
  const byCertainty: readonly [IdentifierKind, readonly Span[]][] = [
    ['iban', findIbans(normalised.text, runs)],
    ['email', findEmails(normalised.text)],
    ['web-address', findWebAddresses(normalised.text)],
    ['national-register-number', findNationalRegisterNumbers(runs)],
    ['enterprise-number', findEnterpriseNumbers(normalised.text, runs)],
    ['phone', findPhones(normalised.text, runs)],
    ['street-address', findStreetAddresses(tokens)],
    ['person-name', [...findCompanyNames(tokens), ...findPersonNames(tokens)]],
  ];
  const taken = new Uint8Array(normalised.text.length);
  const findings: Finding[] = [];
  for (const [kind, spans] of byCertainty) {
    const longestFirst = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
    for (const span of longestFirst) {
      if (taken.subarray(span.start, span.end).includes(1)) {
        continue;
      }
      taken.fill(1, span.start, span.end);
      const { start, end } = originalSpan(normalised, span);
      findings.push({ kind, start, end, excerpt: text.slice(start, end) });
    }
  }
  return findings.sort((one, other) => one.start - other.start);
}
