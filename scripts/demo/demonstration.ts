import type { Organisation, Service } from '#contracts/directory';
import type { Text } from '#contracts/kernel';
import type { Membership, Person } from '#contracts/people';

/** A service as the demonstration describes it; who confirmed its capacity when comes with seeding. */
export type DemoService = Omit<Service, 'organisationName' | 'capacityConfirmedAt' | 'demonstration'>;

/** A person of the demonstration, member of one organisation: fictional, like every name here. */
export type DemoPerson = Person &
  Pick<Membership, 'roles'> & { readonly organisationId: string; readonly serviceIds: readonly string[] };

/** An institution of the demonstration. */
export type DemoOrganisation = Omit<Organisation, 'demonstration'>;

/** One text in French, Dutch and English. */
export function text(fr: string, nl: string, en: string): Text {
  return { fr, nl, en };
}

/** What several services cost. */
export const costs = {
  free: text('Gratuit', 'Gratis', 'Free of charge'),
  firstTalkFree: text(
    'Premier entretien gratuit, ensuite sur devis',
    'Eerste gesprek gratis, daarna op offerte',
    'First talk free, then on a quote',
  ),
  sessionsFree: text(
    'Huit séances prises en charge, ensuite au tarif conventionné',
    'Acht sessies terugbetaald, daarna aan geconventioneerd tarief',
    'Eight sessions paid for, then at the agreed rate',
  ),
  small: text(
    'Participation de 10 € par rencontre',
    'Bijdrage van 10 € per bijeenkomst',
    'Contribution of 10 € per meeting',
  ),
} as const;
