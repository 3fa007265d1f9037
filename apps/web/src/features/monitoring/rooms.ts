import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = { trends: may('read-monitoring'), ownFigures: may('read-own-figures') };

/** True for those who read exact figures of all services, and of the whole region. */
export const mayReadExact = may('read-monitoring-exact');

/** True for those who make the packs of plenaries. */
export const mayMakePack = may('make-pack');
