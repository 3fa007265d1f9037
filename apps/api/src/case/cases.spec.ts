import { describe, expect, it } from '@jest/globals';
import { CaseCommand, CaseRequest, type CaseView } from '#contracts/case';
import type { CaseState, KnownCase } from '#domain/case';
import type { CaseReadRepository } from '#persistence/case';
import type { AuditTrail } from '#persistence/people';
import { CaseRefused, EngineAway, type CaseClient } from '#temporal';
import { outsider, uuid } from '#test/builders';
import { lead, mediator, opened, refer } from '#test/scenes';
import type { Caller } from '../kernel/session/caller.js';
import type { CasePresenter } from './case.presenter.js';
import { CaseService } from './case.service.js';
import { commandIdsOf } from './command-ids.js';
import { commandOf, serviceIdsOf, textOf } from './request.js';

const key = '6f0f9f3e-key';

describe('ids of a command', () => {
  const ids = commandIdsOf('amelie', key, { type: 'add-note', note: 'a' });

  it('are the same for a retry and valid', () => {
    const again = commandIdsOf('amelie', key, { type: 'add-note', note: 'a' });
    expect({ ...again, referralIdOf: again.referralIdOf('s') }).toEqual({
      ...ids,
      referralIdOf: ids.referralIdOf('s'),
    });
    expect(CaseCommand.parse({ type: 'add-note', noteId: ids.noteId })).toBeDefined();
  });

  it('differ by case, where the command is about one, but for the command itself', () => {
    const [one, other] = ['a-case', 'another'].map((of) => commandIdsOf('amelie', key, {}, of));
    expect(other?.commandId).toBe(one?.commandId);
    expect([one?.caseId, other?.caseId]).toEqual(['a-case', 'another']);
    expect(other?.noteId).not.toBe(one?.noteId);
    expect(other?.referralIdOf('s')).not.toBe(one?.referralIdOf('s'));
  });

  it('differ by person, by key, and for the note by body', () => {
    const other = commandIdsOf('amelie', key, { type: 'add-note', note: 'b' });
    expect([other.commandId, other.caseId]).toEqual([ids.commandId, ids.caseId]);
    expect(other.noteId).not.toBe(ids.noteId);
    expect(other.fingerprint).not.toBe(ids.fingerprint);
    expect(commandIdsOf('brigitte', key, {}).commandId).not.toBe(ids.commandId);
    expect(commandIdsOf('amelie', 'another-key', {}).commandId).not.toBe(ids.commandId);
  });
});

describe('a request', () => {
  const referralId = '00000000-0000-4000-8000-000000000001';
  const ids = commandIdsOf('amelie', key, {});
  const service = { serviceId: 'itaa-accountants', organisationId: 'itaa', profession: 'accountant' } as const;

  it.each([
    {
      type: 'refer',
      serviceIds: ['itaa-accountants'],
      message: 'Bonjour',
      proposesLead: true,
      actingServiceId: 'beci',
    },
    { type: 'hand-on', referralId, serviceIds: ['itaa-accountants'] },
    { type: 'record-progress', referralId, step: 'meeting', note: 'Fait' },
    { type: 'add-note', note: 'Fait' },
    { type: 'withdraw-consent' },
  ])('$type becomes a command that holds no text', (input) => {
    const parsed = CaseRequest.parse(input);
    const services = serviceIdsOf(parsed).map(() => service);
    const command = commandOf(parsed, services, ids);
    expect(CaseCommand.parse(command)).toEqual(command);
    const said = textOf(parsed);
    if (said !== undefined) {
      expect(JSON.stringify(command)).not.toContain(said);
      expect(JSON.stringify(command)).toContain(ids.noteId);
    }
  });
});

/** A service over a projector that sees a case's states one look after the other, the last one for ever, and its workflow. */
function reading(projected: readonly (KnownCase | undefined)[], workflow: () => Promise<CaseState>) {
  const looks = { count: 0 };
  const cases: Pick<CaseReadRepository, 'findState'> = {
    findState: async () => projected[Math.min(looks.count++, projected.length - 1)],
  };
  const presenter: Pick<CasePresenter, 'viewOf'> = {
    viewOf: async ({ sequence }) => ({ sequence }) as CaseView,
  };
  const client: Pick<CaseClient, 'state'> = { state: workflow };
  const trail: Pick<AuditTrail, 'noteSeen'> = { noteSeen: async () => undefined };
  const service = new CaseService(
    cases as CaseReadRepository,
    client as CaseClient,
    presenter as CasePresenter,
    trail as AuditTrail,
  );
  const read = async (viewer: Caller['viewer'], atLeast?: number) =>
    (await service.read({ viewer } as Caller, uuid(1), atLeast)).sequence;
  return { read, looks };
}

const notAsked = async (): Promise<CaseState> => {
  throw new Error('the workflow need not be asked');
};

describe('a case that is read', () => {
  const scene = opened();
  const first = scene.known();
  scene.tell(lead, { type: 'add-note', noteId: uuid(50) });
  const second = scene.known();

  it('is waited for when the projector has not seen it, by who may see it, and is at once not there for others', async () => {
    const { read, looks } = reading([undefined, undefined, undefined, undefined, second], async () => second);
    await expect(read(outsider)).rejects.toMatchObject({ code: 'case-not-found' });
    expect(looks.count).toBe(1);
    expect(await read(lead)).toBe(2);
    expect(looks.count).toBe(5);
  });

  it('is what the projector saw as long as that is not older than what the asker has seen', async () => {
    const { read, looks } = reading([second], notAsked);
    expect([await read(lead), await read(lead, 1), await read(lead, 2)]).toEqual([2, 2, 2]);
    expect(looks.count).toBe(3);
  });

  it('is never older than what the asker has seen: the projector is waited for, then the workflow tells', async () => {
    const catchingUp = reading([first, first, second], async () => second);
    expect([await catchingUp.read(lead, 2), catchingUp.looks.count]).toEqual([2, 3]);
    const behind = reading([first], async () => second);
    expect(await behind.read(lead, 2)).toBe(2);
  });

  it('is not waited for when somebody claims to have seen more than there is', async () => {
    const { read, looks } = reading([second], async () => second);
    expect([await read(lead, 1_000_000), looks.count]).toEqual([2, 2]);
  });

  it('is not there when its workflow says that the asker may see it no more', async () => {
    const asked = opened();
    asked.tell(lead, refer());
    const known = asked.known();
    const { read } = reading([known], async () => ({ ...known, sequence: 3, referrals: [] }));
    expect(await read(mediator)).toBe(2);
    await expect(read(mediator, 3)).rejects.toMatchObject({ code: 'case-not-found' });
  });

  it('is what the projector saw when no workflow knows more, and a failure when none can be asked', async () => {
    const gone = reading([first], async () => {
      throw new CaseRefused({ code: 'case-not-found' });
    });
    expect(await gone.read(lead, 2)).toBe(1);
    const away = reading([first], async () => {
      throw new EngineAway('Temporal cannot be reached');
    });
    await expect(away.read(lead, 2)).rejects.toThrow(EngineAway);
    expect(await away.read(lead)).toBe(1);
  });
});
