import {
  caseOutcomes,
  declineReasons,
  followUpStatuses,
  referralOutcomes,
  reopenReasons,
  sectors,
  senders,
  sizeGroups,
} from '#contracts/case/codes';
import { areaOf, codesOf, difficulties, professions } from '#contracts/kernel/codes';
import { cubeNames, timeBands } from '#contracts/monitoring/codes';
import { profileOf, type Profile } from '../../scripts/demo/facts.js';
import { happens, pickOne, pickWeighted, randomFrom, type Random } from '../../scripts/demo/random.js';
import { tallyOf, type Publication, type Tally } from './tally.js';

/** How many cases are opened in each epoch, and how often facts are put right in the epoch after. */
export type Plan = { readonly seed: number; readonly cases: readonly number[]; readonly corrected?: number };

const places = [0.3, 0.25, 0.15, 0.1, 0.1, 0.1];

/** The exact counts of all cubes in a world of invented cases, epoch after epoch. */
export function worldOf({ seed, cases, corrected = 0 }: Plan): Publication[] {
  const epochs = cases.map((_, epoch) => nameOf(epoch));
  const tally = tallyOf(epochs, cubeNames);
  cases.forEach((count, epoch) => {
    for (let one = 0; one < count; one++) {
      // A case's life depends on its number alone, so that worlds that differ in one case differ in nothing else.
      live(randomFrom(seed + epoch * 10_007 + one * 101), tally, epoch, corrected);
    }
  });
  return tally.publications();
}

/** The name of an epoch by its place, 0 the first. */
export function nameOf(epoch: number): string {
  return `2026-W${String(epoch + 1).padStart(2, '0')}`;
}

function live(random: Random, tally: Tally, opened: number, corrected: number): void {
  const [first, second] = [profile(random), profile(random)];
  const wrong = happens(random, corrected);
  countFacts(tally, opened, first, 1);
  if (wrong) {
    countFacts(tally, opened + 1, first, -1);
    countFacts(tally, opened + 1, second, 1);
  }
  const { group, area } = placed(wrong ? second : first);
  if (happens(random, 0.15)) {
    tally.add(nameOf(opened + 1), 'unmet', [group, area]);
  }
  refer(random, tally, opened, group);
  const closed = opened + 2 + within(random, 6);
  const close = (epoch: number, outcome: string) => {
    tally.add(nameOf(epoch), 'closed', [outcome, group, area]);
    for (const month of ['6', '12']) {
      const found = happens(random, 0.3) ? 'missed' : pickOne(random, codesOf(followUpStatuses));
      tally.add(nameOf(epoch + Number(month) / 6), 'followed-up', [month, found, group]);
    }
  };
  close(closed, happens(random, 0.05) ? pickOne(random, codesOf(caseOutcomes)) : first.outcome);
  if (happens(random, 0.1)) {
    tally.add(nameOf(closed + 1), 'reopened', [pickOne(random, codesOf(reopenReasons)), group, area]);
    close(closed + 3, first.outcome);
  }
}

const profile = (random: Random) => profileOf(random, happens(random, 0.3));

function placed({ facts }: Profile): { group: string; area: string; sector: string } {
  const [main] = facts.difficulties;
  return {
    group: difficulties[main?.difficulty ?? 'management'].group,
    area: areaOf(facts.municipality),
    sector: sectors[facts.sector].group,
  };
}

function countFacts(tally: Tally, epoch: number, given: Profile, count: 1 | -1): void {
  const { facts } = given;
  const { group, area, sector } = placed(given);
  const size = codesOf(sizeGroups).find((one) => sizeGroups[one].bands.some((band) => band === facts.sizeBand));
  const add = (cube: string, ...codes: string[]) => tally.add(nameOf(epoch), cube, codes, count);
  add('opened', group, sector, area, size ?? 'unknown');
  facts.difficulties.forEach(({ difficulty }) => add('mentions', difficulty, sector, area));
  add('places', facts.municipality, group);
  add('ages', facts.ageBand, group);
  add('forms', facts.legalForm, group);
  add('stages', facts.stage, group);
  add('channels', facts.channel, group);
}

/** One to four referrals, each with an answer, and with what follows when it is accepted. */
function refer(random: Random, tally: Tally, opened: number, group: string): void {
  const count = 1 + within(random, 4);
  for (let hop = 0; hop < count; hop++) {
    const to = pickOne(random, codesOf(professions));
    const sent = opened + within(random, 3);
    const again = hop > 0 && happens(random, 0.1) ? 'ping-pong' : (['first', 'second'][hop] ?? 'later');
    tally.add(nameOf(sent), 'sent', [pickOne(random, codesOf(senders)), to, group]);
    tally.add(nameOf(sent), 'hops', [to, again]);
    const accepted = happens(random, 0.7);
    const refused = () => (happens(random, 0.3) ? 'expired' : pickOne(random, codesOf(declineReasons)));
    const answered = sent + within(random, 2);
    tally.add(nameOf(answered), 'answered', [to, accepted ? 'accepted' : refused(), time(random, 0)]);
    if (accepted) {
      tally.add(nameOf(answered + within(random, 2)), 'contacted', [to, time(random, 2)]);
      const outcome = pickOne(random, codesOf(referralOutcomes));
      tally.add(nameOf(answered + 1 + within(random, 4)), 'ended', [to, outcome, time(random, 4)]);
    }
  }
}

const within = (random: Random, count: number) => Math.floor(random() * count);

/** A band of working time, the shorter the likelier, from the given place on. */
function time(random: Random, from: number): string {
  const weights = codesOf(timeBands)
    .slice(from)
    .map((band, place) => [band, places[place] ?? 0.02] as const);
  return pickWeighted(random, Object.fromEntries(weights));
}
