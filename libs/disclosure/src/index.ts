export { keyOf, type Cell, type Totals } from './cell.js';
export { firstHash, hashEpoch, verifyChain, type EpochContent, type PublishedCube } from './chain.js';
export { roundCube, roundingBase, type Rounding } from './round-cube.js';
