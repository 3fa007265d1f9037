import { Injectable } from '@nestjs/common';
import {
  type CaseCommand,
  type CaseRequest,
  type CommandAnswer,
  type OpenCaseRequest,
  type ServiceRef,
  standardPolicy,
} from '#contracts/case';
import { servicesOf } from '#domain/people';
import { NoteRepository, NotesErased, type NewNote, type NoteReceipt } from '#persistence/case';
import { DirectoryRepository } from '#persistence/directory';
import { CaseClient, CaseRefused } from '#temporal';
import type { CommandResult } from '#workflows';
import { refuseIdentifiers } from '../kernel/problems/identifiers.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { CasePresenter } from './case.presenter.js';
import { type CommandIds, commandIdsOf } from './command-ids.js';
import type { RequestKey } from './key.js';
import { commandOf, serviceIdsOf, textOf } from './request.js';
import { requireRight } from '../kernel/session/rights.js';

type Asked = {
  readonly caller: Caller;
  readonly caseId: string;
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
    private readonly presenter: CasePresenter,
  ) {}

  /** Opens a case; the same key with the same body again is the same case. */
  async open(caller: Caller, { key, again }: RequestKey, body: OpenCaseRequest): Promise<CommandAnswer> {
    requireRight(caller.viewer, 'open-case');
    if (body.note !== undefined) {
      refuseIdentifiers('note', body.note);
    }
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
    return this.give({ caller, caseId, ids, again, command, text });
  }

  /** Gives a command to a case; the same key with the same body again is one command and gets the same answer. */
  async command(caller: Caller, caseId: string, { key, again }: RequestKey, body: CaseRequest): Promise<CommandAnswer> {
    const said = textOf(body);
    if (said !== undefined) {
      refuseIdentifiers(said.path, said.text);
    }
    const services = await this.getServices(serviceIdsOf(body));
    const ids = commandIdsOf(caller.viewer.personId, key, body);
    return this.give({ caller, caseId, ids, again, command: commandOf(body, services, ids), text: said?.text });
  }

  private async give({ caller, caseId, ids, again, command, text }: Asked): Promise<CommandAnswer> {
    const { viewer } = caller;
    const { commandId, fingerprint, noteId } = ids;
    const { organisationId } = viewer;
    const receipt = text === undefined ? undefined : await this.write({ noteId, caseId, organisationId, text });
    let result: CommandResult;
    try {
      const request = { commandId, fingerprint, by: viewer, command, ...(again && { again }) };
      result =
        command.type === 'open-case'
          ? await this.client.open(caseId, request)
          : await this.client.command(caseId, request);
    } catch (error) {
      // After any other failure the command may still have happened, and its note must be there.
      if (error instanceof CaseRefused && receipt !== undefined) {
        await this.notes.takeBack(receipt);
      }
      throw error;
    }
    if (result.state.phase === 'unopened') {
      throw new Problem('case-not-found');
    }
    return {
      caseId,
      sequence: result.sequence,
      case: await this.presenter.viewOf(result.state, viewer, result.events),
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
