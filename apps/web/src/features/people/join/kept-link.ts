import { storageOf } from '../../../client/kept.js';

const place = 'relais.invitation';
const tab = storageOf('sessionStorage');

/**
 * The secret of an invitation's link, while its reader shows who they are, here or at a provider: nothing of it may stand in an address that is sent, so it stays in
 * the tab, and goes with it.
 */
export const keptLink = {
  keep: (secret: string): void => tab.setItem(place, secret),
  read: (): string => tab.getItem(place) ?? '',
  forget: (): void => tab.removeItem(place),
};
