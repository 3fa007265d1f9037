/** True for the events at which the notes of a case are destroyed, and with them all that the analysts' room holds of it. */
export function erases({ type }: { readonly type: string }): boolean {
  return type === 'relais.case.consent-withdrawn.v1' || type === 'relais.case.retention-ended.v1';
}
