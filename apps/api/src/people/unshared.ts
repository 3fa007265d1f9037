import type { Text } from '#contracts/kernel/codes';
import type { UnsharedWork } from '#contracts/people';
import type { Objection } from '../kernel/problems/problem.js';
import { fill } from '../kernel/problems/wording.js';

const unshared: Text = {
  fr: '{service} : demandes en cours {referrals}, dossiers pilotés {leads}',
  nl: '{service}: lopende vragen {referrals}, dossiers als trekker {leads}',
  en: '{service}: open requests {referrals}, cases led {leads}',
};

/** What is open and would be nobody's, service by service. */
export function objectionsOf(work: readonly UnsharedWork[]): Objection[] {
  return work.map(({ serviceId, name, referrals, leads }) => ({
    path: `successors.${serviceId}`,
    text: (language) => fill(unshared, language, { service: name[language], referrals, leads }),
  }));
}
