import { Action } from '#contracts/case';

/** Types of the commands to a case that is open or was. */
export type CommandType = Action['type'];

/** All of them. */
export const commandTypes = Action.shape.type.options;
