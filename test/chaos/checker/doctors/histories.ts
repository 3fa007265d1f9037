import type { CaseHistory, Evidence } from '../evidence.js';
import { changed, middle, twice, without, type Doctor } from './doctor.js';

/** Spoils the histories of Temporal. */
export const temporalDoctors: readonly Doctor[] = [
  {
    does: 'an accepted command that was not applied',
    tells: 'case ',
    kind: 'lost',
    spoil: (all) =>
      spoilHistory(all, (one) => {
        const places = effective(one);
        return { ...one, applications: without(one.applications, places[middle(places)] ?? -1) };
      }),
  },
  {
    does: 'a command applied twice',
    tells: 'case ',
    kind: 'doubled',
    spoil: (all) =>
      spoilHistory(all, (one) => ({
        ...one,
        applications: one.applications.flatMap((application, place) => {
          const again = application.events.map((event) => ({ ...event, sequence: event.sequence + 1_000 }));
          return place === effective(one)[1] ? [application, { ...application, events: again }] : [application];
        }),
      })),
  },
  {
    does: 'a command applied that nobody asked',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) =>
      spoilHistory(all, (one) => ({
        ...one,
        applications: changed(one.applications, 1, (it) => ({ ...it, commandId: 'x' })),
      })),
  },
  {
    does: 'a publication that was never reported',
    tells: 'Temporal: ',
    kind: 'lost',
    spoil: (all) => spoilHistory(all, (one) => ({ ...one, published: without(one.published, 1) })),
  },
  {
    does: 'a batch published twice',
    tells: 'Temporal: ',
    kind: 'doubled',
    spoil: (all) => spoilHistory(all, (one) => ({ ...one, published: twice(one.published, 1) })),
  },
  {
    does: 'a case without its timer',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => spoilHistory(all, (one) => ({ ...one, timers: [1] })),
  },
  {
    does: 'a case whose workflow has failed',
    tells: 'Temporal: ',
    kind: 'wrong',
    spoil: (all) => spoilHistory(all, (one) => ({ ...one, end: 'failed' })),
  },
];

/** The places of the commands that led to something; a repeat, and a refusal that was asked again, did not. */
function effective({ applications }: CaseHistory): number[] {
  return applications.flatMap(({ events }, place) => (events.length > 0 ? [place] : []));
}

/** Changes the history of a case that is open and was worked on. */
function spoilHistory(evidence: Evidence, change: (one: CaseHistory) => CaseHistory): Evidence {
  const [longest] = [...evidence.histories.values()].sort(
    (one, other) => other.applications.length - one.applications.length,
  );
  return longest === undefined
    ? evidence
    : { ...evidence, histories: new Map(evidence.histories).set(longest.caseId, change(longest)) };
}
