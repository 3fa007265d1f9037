export { analyticsRole, openAnalytics } from './access.js';
export { findTrespasses, stopTrespass, type Trespass } from './watch.repository.js';
