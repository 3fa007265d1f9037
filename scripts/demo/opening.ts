import { CommandAnswer, type OpenCaseRequest, type Profession } from '#contracts';
import { codesOf, professions } from '#contracts/codes';
import { profileOf } from './facts.js';
import { referralOf } from './moves.case.js';
import { noteIn, openingNotes } from './notes.js';
import type { People } from './people.js';
import { happens, pickWeighted, shuffled, type Random } from './random.js';
import type { Answer } from './relais-client.js';
import { noteLanguageOf } from './situation.js';

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
  const client = people.get(pickWeighted(random, openers));
  const { person } = client;
  const { facts } = profileOf(random, socialShare);
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
  const opened = await client.post('/api/v1/cases', request, CommandAnswer);
  if (!opened.ok) {
    return `${person.name}: open-case refused (${opened.code})`;
  }
  const view = opened.body.case;
  const referral = happens(random, 0.92)
    ? referralOf({ random, person, view, favour: people.favour }, 3, actingServiceId)
    : undefined;
  if (referral?.type !== 'refer') {
    return `${view.code} ${person.name}: open-case`;
  }
  people.asked(referral.serviceIds);
  const asked = await client.post(`/api/v1/cases/${opened.body.caseId}/commands`, referral, CommandAnswer);
  return `${view.code} ${person.name}: open-case, refer to ${referral.serviceIds.join(', ')}${refusalOf(asked)}`;
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
