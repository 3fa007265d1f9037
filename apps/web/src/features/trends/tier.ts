import { mayDo } from '#domain';
import { useSession, viewerOf } from '../../app/session.js';

/** Whether the person may see exact figures. */
export function useMayReadExact(): boolean {
  return mayDo(viewerOf(useSession()), 'read-monitoring-exact');
}
