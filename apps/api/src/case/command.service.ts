import { Injectable } from '@nestjs/common';
import {
  type CaseCommand,
  type CaseRequest,
  type CommandAnswer,
  type OpenCaseRequest,
  type ServiceRef,
  standardPolicy,
} from '#contracts/case';
import { actionRefusal, decide, initialCase, knowsCase, maySeeCase } from '#domain/case';
import { servicesOf } from '#domain/people';
import {
  CaseReadRepository,
  CommandKeyRepository,
  NoteRepository,
  NotesErased,
  type NewNote,
  type NoteReceipt,
} from '#persistence/case';
import { DirectoryRepository } from '#persistence/directory';
import { AuditTrail } from '#persistence/people';
import { CaseClient, CaseRefused, type CommandTold } from '#temporal';
import { refuseIdentifiers } from '../kernel/problems/identifiers.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { CasePresenter } from './case.presenter.js';
import { type CommandIds, commandIdsOf } from './command-ids.js';
import type { RequestKey } from '../kernel/commands/key.js';
import { commandOf, serviceIdsOf, textOf } from './request.js';
import { scopeOf } from '../kernel/session/scope.js';

/** What a person is to a case: somebody who may see it, or whose part in it has ended. */
type Sight = 'seen' | 'known';

/** Refusals that say nothing of whether the same command was applied before. */
const silent: readonly string[] = ['case-not-found', 'case-ended', 'key-forgotten'];

type Asked = {
  readonly caller: Caller;
  readonly sight: Sight;
  readonly ids: CommandIds;
  readonly again: boolean;
  readonly command: CaseCommand;
  readonly text: string | undefined;
};

/** Takes commands to the workflow of their case and answers with what became of it. */
@Injectable()
export class CommandService {
  constructor(
    private readonly client: CaseClient,
    private readonly directory: DirectoryRepository,
    private readonly notes: NoteRepository,
    private readonly cases: CaseReadRepository,
    private readonly keys: CommandKeyRepository,
    private readonly presenter: CasePresenter,
    private readonly trail: AuditTrail,
  ) {}

  /** Opens a case; the same key with the same body again is the same case. */
  async open(caller: Caller, { key, again }: RequestKey, body: OpenCaseRequest): Promise<CommandAnswer> {
    const ids = commandIdsOf(caller.viewer.personId, key, body);
    const { caseId, noteId } = ids;
    const { facts, consent, note: text } = body;
    const lead = await this.leadOf(caller, body.actingServiceId);
    const command: CaseCommand = {
      type: 'open-case',
      caseId,
      facts,
      consent,
      policy: standardPolicy,
      lead,
      ...(text !== undefined && { noteId }),
    };
    // Asked before the workflow, which an opening starts, and before the note, of which it makes the key.
    const decision = decide(initialCase, { at: new Date().toISOString(), by: caller.viewer, command });
    if ('refusal' in decision) {
      throw new CaseRefused(decision.refusal);
    }
    refuseIdentifiers('POST /api/v1/cases', body);
    return this.give({ caller, sight: 'seen', ids, again, command, text });
  }

  /** Gives a command to a case; the same key with the same body again is one command and gets the same answer. */
  async command(caller: Caller, caseId: string, { key, again }: RequestKey, body: CaseRequest): Promise<CommandAnswer> {
    const sight = await this.sightOf(caller, caseId);
    const services = await this.servicesOf(caller, caseId, body);
    const ids = commandIdsOf(caller.viewer.personId, key, body, caseId);
    return this.give({ caller, sight, ids, again, command: commandOf(body, services, ids), text: textOf(body) });
  }

  /** The services that a request names; what is wrong with its content is told only to who may do it. */
  private async servicesOf({ viewer }: Caller, caseId: string, body: CaseRequest): Promise<ServiceRef[]> {
    try {
      refuseIdentifiers('POST /api/v1/cases/{caseId}/commands', body);
      return await this.getServices(serviceIdsOf(body));
    } catch (error) {
      const state = error instanceof Problem ? await this.client.state(caseId) : undefined;
      const refusal =
        state === undefined || state.phase === 'unopened' ? undefined : actionRefusal(state, viewer, body);
      throw refusal === undefined ? error : new CaseRefused(refusal);
    }
  }

  /**
   * Who has no part in a case learns nothing, not even that it is there; nothing is written before this is asked. What the projector
   * has seen suffices for a yes; a no of his may be old.
   */
  private async sightOf({ viewer }: Caller, caseId: string): Promise<Sight> {
    if (await this.cases.isVisible(caseId, scopeOf(viewer))) {
      return 'seen';
    }
    const state = await this.client.state(caseId);
    if (state.phase === 'unopened' || !knowsCase(state, viewer)) {
      throw new Problem('case-not-found');
    }
    return maySeeCase(state, viewer) ? 'seen' : 'known';
  }

  private async give({ caller, sight, ids, again, command, text }: Asked): Promise<CommandAnswer> {
    const { viewer } = caller;
    const { caseId, commandId, fingerprint, noteId } = ids;
    const { organisationId } = viewer;
    const askedAt = await this.keys.claim({ commandId, caseId, fingerprint });
    if (askedAt === undefined) {
      throw new Problem('key-reused');
    }
    const note = text === undefined ? undefined : { noteId, caseId, organisationId, text };
    // Whoever sees the case no more is refused, repeats what was done, or undoes it; none of these brings a note.
    const receipt = note === undefined || sight === 'known' ? undefined : await this.write(note);
    let result: CommandTold;
    try {
      const request = { commandId, fingerprint, by: viewer, command, askedAt, ...(again && { again }) };
      result =
        command.type === 'open-case'
          ? await this.client.open(caseId, request)
          : await this.client.command(caseId, request);
    } catch (error) {
      // After any other failure the command may have happened, and its note must be there.
      if (receipt !== undefined && error instanceof CaseRefused && !silent.includes(error.refusal.code)) {
        await this.notes.takeBack(receipt);
      }
      throw error;
    }
    const { state, sequence, events, repeated } = result;
    if (state.phase === 'unopened' || !knowsCase(state, viewer)) {
      throw new Problem('case-not-found');
    }
    if (note !== undefined && receipt === undefined && !repeated) {
      await this.write(note);
    }
    if (!repeated) {
      const origin = events[0]?.by;
      await this.trail.append({
        personId: viewer.personId,
        forPersonId: origin?.kind === 'person' ? (origin.forPersonId ?? null) : null,
        action: 'case-acted',
        about: ['case', caseId],
        detail: command.type,
      });
    }
    return {
      caseId,
      sequence,
      case:
        repeated && !maySeeCase(state, viewer)
          ? this.presenter.lastViewOf(state, viewer, sequence)
          : await this.presenter.viewOf(state, viewer, events),
    };
  }

  /** Stores a note; of a case whose notes were erased, its workflow knows whether the command was accepted before that. */
  private async write(note: NewNote): Promise<NoteReceipt | undefined> {
    try {
      return await this.notes.write(note);
    } catch (error) {
      if (error instanceof NotesErased) {
        return undefined;
      }
      throw error;
    }
  }

  /** The service an opener leads with: the one named, else their first, else none, which only coordinators may. */
  private async leadOf({ viewer }: Caller, asked: string | undefined): Promise<ServiceRef | null> {
    const serviceId = asked ?? servicesOf(viewer)[0];
    if (serviceId === undefined) {
      return null;
    }
    const [lead] = await this.getServices([serviceId]);
    return lead ?? null;
  }

  /** The services in the order asked for. */
  private async getServices(serviceIds: readonly string[]): Promise<ServiceRef[]> {
    if (serviceIds.length === 0) {
      return [];
    }
    const found = new Map((await this.directory.findRefs(serviceIds)).map((one) => [one.serviceId, one]));
    return serviceIds.map((serviceId) => {
      const service = found.get(serviceId);
      if (service === undefined) {
        throw new Problem('service-unknown', { params: { serviceId } });
      }
      return service;
    });
  }
}
