import { CommandAnswer, type CaseRequestInput, type CaseView, type OpenCaseRequest } from '#contracts/case';
import type { Profession } from '#contracts/kernel';
import { codesOf, professions } from '#contracts/kernel/codes';
import { profileOf } from './facts.js';
import { pickServices } from './matching.js';
import { referralOf } from './moves.case.js';
import { noteIn, openingNotes } from './notes.js';
import type { People } from './people.js';
import { happens, pickWeighted, shuffled, type Random } from './random.js';
import type { Answer, RelaisClient } from './relais-client.js';
import { noteLanguageOf, searchFor } from './situation.js';

/** Share of live cases that mention social contributions: where the three years of history end. */
const socialShare = 0.33;

/** Where entrepreneurs arrive. */
const openers = {
  'amelie-beci': 30,
  'samira-hub': 20,
  'sofie-hub': 10,
  'tom-ucm': 12,
  'claire-ucm': 8,
  'jonas-beci': 8,
  'nora-unpass': 5,
  'yasmina-revival': 4,
  'lieve-itaa': 3,
} as const;

/** Opens a new case as somebody of the first line and asks one to three services; tells what happened in one line. */
export async function openCase(random: Random, people: People, now: string): Promise<string> {
  const opened = await open(random, people, now);
  if (!opened.ok) {
    return opened.line;
  }
  const { client, view, actingServiceId } = opened;
  const situation = { random, person: client.person, view, favour: people.favour };
  const referral = happens(random, 0.92) ? referralOf(situation, 3, actingServiceId) : undefined;
  if (referral?.type !== 'refer') {
    return `${view.code} ${client.person.name}: open-case`;
  }
  people.asked(referral.serviceIds);
  const asked = await client.post(commandsOf(view), referral, CommandAnswer);
  return `${view.code} ${client.person.name}: open-case, refer to ${referral.serviceIds.join(', ')}${refusalOf(asked)}`;
}

/** Opens a case whose only referral is declined for want of room, so that it waits for the coordinators to dispatch it. */
export async function openCaseForDispatch(random: Random, people: People, now: string): Promise<string> {
  const opened = await open(random, people, now);
  if (!opened.ok) {
    return opened.line;
  }
  const { client, view, actingServiceId } = opened;
  const search = searchFor({
    person: client.person,
    view,
    favour: (serviceId) => (people.isLeftToHumans(serviceId) ? 0 : 1),
  });
  const [service] = pickServices(random, search, 1);
  if (service === undefined) {
    return `${view.code} ${client.person.name}: open-case`;
  }
  const referral: CaseRequestInput = {
    type: 'refer',
    serviceIds: [service.serviceId],
    ...(actingServiceId === undefined ? {} : { actingServiceId }),
  };
  const asked = await client.post(commandsOf(view), referral, CommandAnswer);
  const sent = asked.ok ? asked.body.case.referrals[0] : undefined;
  const declining = people.actingFor(service.serviceId);
  if (sent === undefined || declining === undefined) {
    return `${view.code} ${client.person.name}: open-case, refer to ${service.serviceId}${refusalOf(asked)}`;
  }
  const decline: CaseRequestInput = {
    type: 'decline',
    referralId: sent.referralId,
    reason: 'full',
    choice: 'capacity',
  };
  const declined = await declining.post(commandsOf(view), decline, CommandAnswer);
  return `${view.code} ${client.person.name}: open-case, declined by ${service.serviceId}${refusalOf(declined)}`;
}

type Opened =
  | {
      readonly ok: true;
      readonly client: RelaisClient;
      readonly view: CaseView;
      readonly actingServiceId: string | undefined;
    }
  | { readonly ok: false; readonly line: string };

async function open(random: Random, people: People, now: string): Promise<Opened> {
  const client = people.get(pickWeighted(random, openers));
  const { person } = client;
  const { facts } = profileOf(random, happens(random, socialShare));
  const [actingServiceId] = person.serviceIds;
  const request: OpenCaseRequest = {
    facts,
    consent: {
      givenOn: now.slice(0, 10),
      channel: pickWeighted(random, { oral: 5, written: 3, online: 2 }),
      professions: consentedProfessions(random),
    },
    ...(happens(random, 0.7) ? { note: noteIn(random, openingNotes, noteLanguageOf(person)) } : {}),
    ...(actingServiceId === undefined ? {} : { actingServiceId }),
  };
  const answer = await client.post('/api/v1/cases', request, CommandAnswer);
  return answer.ok
    ? { ok: true, client, view: answer.body.case, actingServiceId }
    : { ok: false, line: `${person.name}: open-case${refusalOf(answer)}` };
}

function commandsOf(view: CaseView): string {
  return `/api/v1/cases/${view.caseId}/commands`;
}

/** What is added to a line when a command was refused. */
export function refusalOf(answer: Answer<unknown>): string {
  return answer.ok ? '' : ` – refused (${answer.code})`;
}

/** Most entrepreneurs agree to everybody, some to a few professions only. */
function consentedProfessions(random: Random): Profession[] {
  const all = codesOf(professions);
  return happens(random, 0.75) ? all : shuffled(random, all).slice(0, 3 + Math.floor(random() * 3));
}
