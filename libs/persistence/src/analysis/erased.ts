/**
 * The condition that the case of a row was not erased from the analysts' room. The projection removes such rows itself; but the archivist
 * may know of an erasure before the projector does, which waits when an event is missing.
 */
export function notErased(row: string): string {
  return `NOT EXISTS (SELECT FROM archive.subject gone
    WHERE gone.stream = 'cases' AND gone.subject = ${row}.case_id AND gone.erased_at IS NOT NULL)`;
}
