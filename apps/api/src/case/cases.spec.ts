import { describe, expect, it } from '@jest/globals';
import { CaseCommand, CaseRequest, type CaseView } from '#contracts/case';
import type { CaseReadRepository } from '#persistence/case';
import type { CaseClient } from '#temporal';
import { outsider } from '#test/builders';
import { lead, opened } from '#test/scenes';
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

describe('a case that the projector has not seen yet', () => {
  it('is waited for by who may see it, and is at once not there for others', async () => {
    const state = opened().known();
    let looked = 0;
    const cases: Pick<CaseReadRepository, 'findState'> = {
      findState: async () => {
        looked += 1;
        return looked < 4 ? undefined : state;
      },
    };
    const presenter: Pick<CasePresenter, 'viewOf'> = { viewOf: async () => ({ sequence: 1 }) as CaseView };
    const client: Pick<CaseClient, 'state'> = { state: async () => state };
    const service = new CaseService(cases as CaseReadRepository, client as CaseClient, presenter as CasePresenter);
    const read = (viewer: Caller['viewer']) => service.read({ viewer } as Caller, state.caseId);
    await expect(read(outsider)).rejects.toMatchObject({ code: 'case-not-found' });
    expect(looked).toBe(1);
    expect(await read(lead)).toEqual({ sequence: 1 });
    expect(looked).toBe(4);
  });
});
