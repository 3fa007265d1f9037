import { isUnderstood } from '#messaging';
import type { Asked, Told } from '../../load/ledger.js';
import type { Evidence } from '../evidence.js';
import { changed, middle, without, type Doctor } from './doctor.js';

/** Spoils what people were told, and what lives in PostgreSQL. */
export const toldDoctors: readonly Doctor[] = [
  {
    does: 'a refused command that was applied',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => spoilTold(all, () => ({ outcome: 'refused', status: 409, code: 'wrong-state' })),
  },
  {
    does: 'an acceptance told with another sequence',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => spoilTold(all, (told) => ({ ...told, sequence: 9_999 })),
  },
  {
    does: 'an answer that tells of an event that is not so',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => spoilTold(all, (told) => ({ ...told, marks: ['invented'] })),
  },
  {
    does: 'a retry that got another answer',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) =>
      spoilAsked(all, (one) => ({
        ...one,
        tries: [...one.tries, ...one.tries.map((it) => ({ ...it, told: { ...it.told, sequence: 9_999 } as Told }))],
      })),
  },
  {
    does: 'a retry that was refused',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) =>
      spoilAsked(all, (one) => ({
        ...one,
        tries: [
          ...one.tries,
          {
            apiUrl: '',
            sentAt: Infinity,
            answeredAt: Infinity,
            settling: true,
            told: { outcome: 'refused', status: 409, code: 'wrong-state' },
          },
        ],
      })),
  },
  {
    does: 'an illegal command that was accepted',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => spoilAsked(all, (one) => ({ ...one, mustRefuse: ['forbidden'] })),
  },
  {
    does: 'a command that stands before one that was answered when it was asked',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) =>
      spoilAsked(all, (one) => ({
        ...one,
        tries: one.tries.map((it) => ({ ...it, sentAt: Infinity, answeredAt: Infinity })),
      })),
  },
  {
    does: 'a case shown as it was before what was seen',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      readings: changed(all.readings, middle(all.readings), (one) => ({ ...one, seen: one.sequence + 1 })),
    }),
  },
  {
    does: 'an event that is not shown, and not told to be missing',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      readings: changed(all.readings, middle(all.readings), (one) => ({
        ...one,
        shown: one.shown.slice(0, -1),
        missing: null,
      })),
    }),
  },
  {
    does: 'a capacity confirmed and not written',
    tells: 'outbox: ',
    kind: 'lost',
    spoil: (all) => ({
      ...all,
      capacities: [...all.capacities, { personId: 'x', serviceId: 'x', capacity: 'full', told: 'accepted' }],
    }),
  },
  {
    does: 'a capacity written and not confirmed',
    tells: 'outbox: ',
    kind: 'doubled',
    spoil: (all) => ({ ...all, capacities: all.capacities.filter((one) => one.told !== 'accepted') }),
  },
  {
    does: 'a note that is missing',
    tells: 'case ',
    kind: 'lost',
    spoil: (all) => ({ ...all, notes: without(all.notes, 0) }),
  },
  {
    does: 'a dead letter',
    tells: '1 dead letters',
    kind: 'wrong',
    spoil: (all) => ({ ...all, letters: [{ topic: 'x', partition: 0, offset: '1', redriven: false }] }),
  },
  {
    does: 'an event that never left the outbox',
    tells: '1 events in the outbox',
    kind: 'wrong',
    spoil: (all) => ({ ...all, outbox: changed(all.outbox, 0, (row) => ({ ...row, published: false })) }),
  },
  {
    does: 'an event of the outbox that the topic lacks',
    tells: 'topic: directory',
    kind: 'lost',
    spoil: (all) => ({
      ...all,
      records: all.records.filter(({ read }) => !isUnderstood(read) || read.stream !== 'directory'),
    }),
  },
];

/** Changes a command of one sending that was accepted. */
function spoilAsked(evidence: Evidence, change: (one: Asked) => Asked): Evidence {
  const place = evidence.asked.findIndex(
    ({ tries, opens }) => !opens && tries.length === 1 && tries[0]?.told.outcome === 'accepted',
  );
  return { ...evidence, asked: changed(evidence.asked, place, change) };
}

function spoilTold(evidence: Evidence, change: (told: Extract<Told, { outcome: 'accepted' }>) => Told): Evidence {
  return spoilAsked(evidence, (one) => ({
    ...one,
    tries: one.tries.map((it) => (it.told.outcome === 'accepted' ? { ...it, told: change(it.told) } : it)),
  }));
}
