import type { Subject } from '../../client/subject.js';
import { statementRoute } from './route.js';

/** What is said of the accessibility of these pages. */
export const accessibility = { openRoutes: [statementRoute] } satisfies Subject;
