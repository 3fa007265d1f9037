import { Injectable } from '@nestjs/common';
import type { CapacityRequest, Organisation, Service, ServiceQuery } from '#contracts/directory';
import { DirectoryRepository, serviceSubject } from '#persistence/directory';
import { commandIdOf } from '../kernel/commands/command-id.js';
import { Performer } from '../kernel/performer.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';

/** A text without case and accents, so that `creances` finds `Créances`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** True when every word of the question occurs in a name of the service or its organisation. */
export function matches(service: Service, question: string): boolean {
  const { fr, nl, en } = service.name;
  const names = folded([fr, nl, en, service.organisationName].join(' '));
  return folded(question)
    .split(/\s+/)
    .every((word) => names.includes(word));
}

/** Who helps with what. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly performer: Performer,
  ) {}

  async services({ q, ...conditions }: ServiceQuery): Promise<Service[]> {
    const services = await this.directory.findServices(conditions);
    return q === undefined ? services : services.filter((service) => matches(service, q));
  }

  async organisations(): Promise<Organisation[]> {
    return this.directory.findOrganisations();
  }

  /** Confirms whether a service can take new work: those who act for it, and coordinators. */
  async confirmCapacity(
    { viewer }: Caller,
    serviceId: string,
    { capacity }: CapacityRequest,
    key: string | undefined,
  ): Promise<Service> {
    const answer = await this.performer.perform(serviceSubject, {
      id: serviceId,
      command: { type: 'confirm-capacity', capacity },
      viewer,
      ...(key !== undefined && { key: commandIdOf(viewer.personId, key) }),
    });
    if ('refusal' in answer) {
      throw new Problem(answer.refusal.code);
    }
    if ('conflict' in answer) {
      throw new Error('a confirmation names no sequence, so that nothing can contradict it');
    }
    const confirmed = await this.directory.findService(serviceId);
    if (confirmed === undefined) {
      throw new Problem('not-found');
    }
    return confirmed;
  }
}
