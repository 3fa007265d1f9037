import type { Text } from '#contracts/kernel/codes';
import { findingsIn, type IdentifierKind } from '#domain/anonymity';
import { Problem } from './problem.js';

/** What each kind of identifier is called. */
export const identifierKinds: Readonly<Record<IdentifierKind, Text>> = {
  email: { fr: 'adresse e-mail', nl: 'e-mailadres', en: 'e-mail address' },
  phone: { fr: 'numéro de téléphone', nl: 'telefoonnummer', en: 'phone number' },
  iban: { fr: 'numéro de compte', nl: 'rekeningnummer', en: 'account number' },
  'enterprise-number': { fr: 'numéro d’entreprise', nl: 'ondernemingsnummer', en: 'enterprise number' },
  'national-register-number': {
    fr: 'numéro de registre national',
    nl: 'rijksregisternummer',
    en: 'national register number',
  },
  'web-address': { fr: 'adresse web', nl: 'webadres', en: 'web address' },
  'street-address': { fr: 'adresse', nl: 'adres', en: 'street address' },
  'person-name': {
    fr: 'nom d’une personne ou d’une entreprise',
    nl: 'naam van een persoon of bedrijf',
    en: 'name of a person or business',
  },
};

/**
 * Lets a request through whose texts identify nobody; which texts those are, and how each is read, is the table `freeTexts`.
 * @param route as the OpenAPI document calls it
 * @throws Problem `identifier-found` with every place
 */
export function refuseIdentifiers(route: string, request: unknown): void {
  const findings = findingsIn(route, request);
  const [first] = findings;
  if (first === undefined) {
    return;
  }
  throw new Problem('identifier-found', {
    params: { excerpt: first.excerpt },
    objections: findings.map(({ path, kind, start, end }) => ({
      path,
      kind,
      start,
      end,
      text: (language) => identifierKinds[kind][language],
    })),
  });
}
