import type { Absence, AbsenceOutlook, OwnSession } from '#contracts/people';
import type { Client } from './http.js';

/** Under which membership somebody is signed in. */
export async function actingUnder(client: Client): Promise<string> {
  return (await client.get<OwnSession>('/session')).body.membership.membershipId;
}

/** In how many milliseconds from now, as the API takes it. */
export function inTime(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

/** Says that somebody is away for a day from now on, and who stands in: a person of the demonstration; answers the absence's id. */
export async function awayWith(absent: Client, personId: string): Promise<string> {
  const membershipId = await actingUnder(absent);
  const { body } = await absent.get<AbsenceOutlook>(`/absences/substitutes/${membershipId}`);
  for (const { membershipId: substituteMembershipId } of body.substitutes) {
    const asked = { membershipId, substituteMembershipId, from: null, until: inTime(86_400_000) };
    const { status, body: set } = await absent.post<Absence>('/absences', asked);
    if (status === 201 && set.substitute?.personId === personId) {
      return set.absenceId;
    }
  }
  throw new Error(`nobody could be away with ${personId}`);
}

/** The services for which somebody acts, each with the person in whose name. */
export async function servicesOf(client: Client): Promise<(readonly [string, string | null])[]> {
  const { body } = await client.get<OwnSession>('/session');
  return body.membership.services.map(({ serviceId, inNameOf }) => [serviceId, inNameOf?.personId ?? null] as const);
}
