import type { CaseCommand, CaseRequest, ServiceRef, Target } from '#contracts/case';
import type { CommandIds } from './command-ids.js';

/** The free text of a request. */
export function textOf(request: CaseRequest): string | undefined {
  switch (request.type) {
    case 'refer':
    case 'hand-on':
      return request.message;
    case 'record-progress':
    case 'add-note':
      return request.note;
    default:
      return undefined;
  }
}

/** The services a request names. */
export function serviceIdsOf(request: CaseRequest): readonly string[] {
  return request.type === 'refer' || request.type === 'hand-on' ? request.serviceIds : [];
}

/** The command as it reaches the workflow: services resolved, texts replaced by the ids of their notes. */
export function commandOf(request: CaseRequest, services: readonly ServiceRef[], ids: CommandIds): CaseCommand {
  const targets = services.map((service): Target => ({ referralId: ids.referralIdOf(service.serviceId), service }));
  const { noteId } = ids;
  switch (request.type) {
    case 'refer': {
      const { type, mode, proposesLead, message, actingServiceId } = request;
      return {
        type,
        mode,
        proposesLead,
        targets,
        ...(message !== undefined && { messageNoteId: noteId }),
        ...(actingServiceId !== undefined && { actingServiceId }),
      };
    }
    case 'hand-on': {
      const { type, referralId, mode, message } = request;
      return { type, referralId, mode, targets, ...(message !== undefined && { messageNoteId: noteId }) };
    }
    case 'record-progress': {
      const { type, referralId, step, note } = request;
      return { type, referralId, step, ...(note !== undefined && { noteId }) };
    }
    case 'add-note':
      return { type: request.type, noteId };
    default:
      return request;
  }
}
