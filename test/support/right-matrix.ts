import type { CaseView } from '#contracts/case';
import { createDataSource } from '#persistence/kernel';
import { awayWith } from './absences.js';
import { Client, signIn } from './http.js';
import { memberRoutes } from './member-routes.js';
import { type Asker, askers, everybody, type RightRow, rightRows, signedOut } from './right-rows.js';
import { type Links, linkRows, linksAt } from './right-rows.links.js';
import { otherRightRows } from './right-rows.others.js';
import { shownRows } from './right-rows.shown.js';
import type { Stack } from './processes.js';
import { until } from './wait.js';

/** Everybody who asks, signed in, and the one case in which some of them have a part. */
export type RightMatrix = {
  readonly caseId: string;
  /** While it lasts, the substitute does the work of the party. */
  readonly absenceId: string;
  /** The id of the request to a service. */
  referralTo(serviceId: string): string;
  clientOf(person: Asker): Client;
  /** What the holder of links holds. */
  readonly links: Links;
  /** Signed in as one who may, whose passkey was shown too long ago. */
  readonly unproven: Readonly<Record<'coordinator' | 'administrator', Client>>;
  /** What somebody is answered to a row, and what they have to be. */
  answerTo(row: RightRow, person: Asker): Promise<readonly [got: string, expected: string]>;
};

/** Signs everybody in, opens the case, and gives each their part in it: the lead, a party, and one that declined. */
export async function openMatrix({ apiUrl, databaseUrl }: Pick<Stack, 'apiUrl' | 'databaseUrl'>): Promise<RightMatrix> {
  const nobody = new Client(apiUrl, '');
  const absenceId = await awayWith(await signIn(apiUrl, askers.party), askers.substitute);
  const clients = new Map<Asker, Client>();
  for (const person of everybody) {
    clients.set(person, await signIn(apiUrl, askers[person]));
  }
  const clientOf = (person: Asker) => clients.get(person) ?? nobody;
  const links = await linksAt(clientOf('administrator'), databaseUrl);
  clients.set('link-holder', new Client(apiUrl, `__Host-relais=${links['of an invitation']}`));
  const lead = clientOf('lead');
  const { caseId } = (await lead.openCase({ note: 'Dettes de loyer.' })).body;
  const services = ['bemediation-mediation', 'itaa-accountants'];
  const referred = await lead.command(caseId, { type: 'refer', serviceIds: services });
  const referralTo = (serviceId: string) =>
    referred.body.case.referrals.find((one) => one.to.serviceId === serviceId)?.referralId ?? '';
  await clientOf('party').command(caseId, { type: 'accept', referralId: referralTo('bemediation-mediation') });
  const declined = await clientOf('ex-party').command(caseId, {
    type: 'decline',
    referralId: referralTo('itaa-accountants'),
    reason: 'full',
    choice: 'capacity',
  });
  if (declined.status !== 200 || declined.body.case.notes.length > 0) {
    throw new Error('the one that declined sees notes, or could not decline');
  }
  await until(async () => {
    const { status, body } = await lead.get<CaseView>(`/cases/${caseId}`);
    return status === 200 && body.sequence >= declined.body.sequence;
  }, 'the projector has seen the case');
  const answerTo = async (row: RightRow, person: Asker) => {
    const { status, problem } = await row.call(clientOf(person));
    const expected = expectedOf(row, person);
    const says = expected.includes(' ') ? ` ${problem?.code}` : '';
    return [`${status}${says}`, expected] as const;
  };
  const unproven = await unprovenAt(apiUrl, databaseUrl);
  return { caseId, absenceId, referralTo, clientOf, links, answerTo, unproven };
}

/** Sessions of those who may do what takes a passkey that was shown just now, and showed theirs before. */
async function unprovenAt(apiUrl: string, databaseUrl: string): Promise<RightMatrix['unproven']> {
  const [coordinator, administrator] = [
    await signIn(apiUrl, askers.coordinator),
    await signIn(apiUrl, askers.administrator),
  ];
  const source = await createDataSource(databaseUrl, { connections: 1 }).initialize();
  for (const { cookie } of [coordinator, administrator]) {
    await source.query(
      `UPDATE relais.session SET way = 'mail', passkey_at = now() - interval '10 minutes' WHERE session_hash = sha256($1::bytea)`,
      [Buffer.from(tokenOf(cookie))],
    );
  }
  await source.destroy();
  return { coordinator, administrator };
}

/** The secret in a cookie of a session. */
function tokenOf(cookie: string): string {
  return cookie.slice(cookie.indexOf('=') + 1);
}

function expectedOf({ allowed, yes, no, but, says }: RightRow, person: Asker): string {
  const refused = says === undefined ? `${no}` : `${no} ${says}`;
  const hears = signedOut.some((one) => one === person) ? (but?.nobody ?? 401) : refused;
  return `${allowed.includes(person) ? yes : (but?.[person] ?? hears)}`;
}

/** Every row of the matrix of rights. */
export function matrixRows(matrix: () => RightMatrix): readonly RightRow[] {
  return [
    ...rightRows(() => matrix().caseId),
    ...otherRightRows(),
    ...memberRoutes(() => matrix().clientOf('administrator')),
    ...shownRows(matrix),
    ...linkRows(matrix),
  ];
}
