import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRequest } from '#contracts/case';
import type { KnownCase } from '#domain/case';
import type { CaseReadRepository, CommandKeyRepository, NoteRepository } from '#persistence/case';
import type { AuditTrail } from '#persistence/people';
import type { DirectoryRepository } from '#persistence/directory';
import { CaseRefused, EngineAway, type CaseClient, type CommandTold } from '#temporal';
import { opened, lead, mediator, refer, toMediator } from '#test/scenes';
import { outsider } from '#test/builders';
import type { Caller } from '../kernel/session/caller.js';
import type { CasePresenter } from './case.presenter.js';
import { CommandService } from './command.service.js';

const note: CaseRequest = { type: 'add-note', note: 'Rappeler vendredi.' };
const key = { key: 'a-key-of-mine', again: false };
const askedAt = '2026-09-01T08:00:00.000Z';

/** What was done, in its order. */
let done: string[];
beforeEach(() => {
  done = [];
});

type World = {
  readonly state: KnownCase;
  /** Whether the projector has seen that the caller sees the case. */
  readonly seen?: boolean;
  readonly answer?: Partial<CommandTold> | Error;
};

function serviceOn({ state, seen = false, answer = {} }: World): CommandService {
  const client: Pick<CaseClient, 'command' | 'state'> = {
    state: async () => state,
    command: async () => {
      done.push('command');
      if (answer instanceof Error) {
        throw answer;
      }
      return { sequence: 1, fingerprint: '', state, events: [], repeated: false, ...answer };
    },
  };
  const notes: Pick<NoteRepository, 'write' | 'takeBack'> = {
    write: async ({ noteId }) => {
      done.push('note');
      return { noteId, touchedAt: '' };
    },
    takeBack: async () => void done.push('taken back'),
  };
  const cases: Pick<CaseReadRepository, 'isVisible'> = { isVisible: async () => seen };
  const keys: Pick<CommandKeyRepository, 'claim'> = {
    claim: async () => {
      done.push('key');
      return askedAt;
    },
  };
  const presenter: Pick<CasePresenter, 'viewOf' | 'lastViewOf'> = {
    viewOf: async () => ({ view: 'whole' }) as never,
    lastViewOf: () => ({ view: 'last' }) as never,
  };
  const trail: Pick<AuditTrail, 'append'> = { append: async () => undefined };
  return new CommandService(
    client as CaseClient,
    { findRefs: async () => [] } as Pick<DirectoryRepository, 'findRefs'> as DirectoryRepository,
    notes as NoteRepository,
    cases as CaseReadRepository,
    keys as CommandKeyRepository,
    presenter as CasePresenter,
    trail as AuditTrail,
  );
}

const by = (viewer: Caller['viewer']) => ({ viewer }) as Caller;

/** A case that the mediator was asked about and declined. */
function declined(): KnownCase {
  const scene = opened();
  scene.tell(lead, refer());
  scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
  return scene.known();
}

describe('a command with a note', () => {
  const state = opened().known();
  const give = (world: World, viewer = lead) => serviceOn(world).command(by(viewer), state.caseId, key, note);

  it('is written before it is given, by who sees the case as it is now', async () => {
    await give({ state });
    await give({ state, seen: true });
    expect(done).toEqual(['key', 'note', 'command', 'key', 'note', 'command']);
  });

  it('of a stranger leaves nothing, and the case is not even asked', async () => {
    await expect(give({ state }, outsider)).rejects.toMatchObject({ code: 'case-not-found' });
    expect(done).toEqual([]);
  });

  it('of who sees the case no more brings no note, unless it is accepted all the same', async () => {
    const refused = new CaseRefused({ code: 'not-your-case' });
    await expect(give({ state: declined(), answer: refused }, mediator)).rejects.toBe(refused);
    expect(done).toEqual(['key', 'command']);
    done = [];
    await give({ state: declined(), answer: { repeated: true } }, mediator);
    expect(done).toEqual(['key', 'command']);
    done = [];
    await give({ state: declined(), answer: { state: askedAgain() } }, mediator);
    expect(done).toEqual(['key', 'command', 'note']);
  });

  it.each([
    ['a name', { type: 'add-note', note: 'Madame Dupont rappelle.' }, 'not-your-case'],
    [
      'no service, of its own request,',
      { type: 'hand-on', referralId: toMediator, mode: 'each', serviceIds: ['nobody'] },
      'wrong-state',
    ],
    ['no service', { type: 'refer', mode: 'each', proposesLead: false, serviceIds: ['nobody'] }, 'not-your-case'],
  ] as const)('that names %s is refused for who gives it before that is told', async (_, request, code) => {
    const given = serviceOn({ state: declined() }).command(by(mediator), state.caseId, key, request as CaseRequest);
    await expect(given).rejects.toMatchObject({ refusal: { code } });
    expect(done).toEqual([]);
  });

  it('that names somebody says so to who may give it', async () => {
    const named: CaseRequest = { type: 'add-note', note: 'Madame Dupont rappelle.' };
    await expect(serviceOn({ state }).command(by(lead), state.caseId, key, named)).rejects.toMatchObject({
      code: 'identifier-found',
    });
  });

  it.each([
    ['is taken back when the rules refuse it', new CaseRefused({ code: 'not-open' }), true],
    ['stays when the case does not know whether it was applied', new CaseRefused({ code: 'key-forgotten' }), false],
    ['stays when the case is over', new CaseRefused({ code: 'case-ended' }), false],
    ['stays when nobody answers', new EngineAway('nobody'), false],
  ])('%s', async (_, error, takenBack) => {
    await expect(give({ state, answer: error })).rejects.toBe(error);
    expect(done).toEqual(['key', 'note', 'command', ...(takenBack ? ['taken back'] : [])]);
  });

  /** A case about which the mediator is asked once more. */
  function askedAgain(): KnownCase {
    const scene = opened();
    scene.tell(lead, refer());
    return scene.known();
  }
});

describe('what a command came to', () => {
  it('is told whole to who sees the case, and in part to who saw it when they gave it', async () => {
    const state = declined();
    const viewsOf = async (viewer: Caller['viewer'], repeated: boolean) =>
      (await serviceOn({ state, answer: { repeated } }).command(by(viewer), state.caseId, key, note)).case;
    expect(await viewsOf(lead, true)).toEqual({ view: 'whole' });
    expect(await viewsOf(mediator, false)).toEqual({ view: 'whole' });
    expect(await viewsOf(mediator, true)).toEqual({ view: 'last' });
  });
});
