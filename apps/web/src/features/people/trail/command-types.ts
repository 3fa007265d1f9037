import { Action } from '#contracts/case';

/** What people do in a case, by the names of their commands; opening it is one of them. */
export const commandTypes = ['open-case', ...Action.shape.type.options] as const;
