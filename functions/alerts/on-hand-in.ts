import { reactionHandler } from '../runtime/reaction.ts';
import { remindersFromEnvironment } from './environment.ts';
import { handInReactions } from './follow-hand-ins.ts';

export const handler = reactionHandler(handInReactions(remindersFromEnvironment()));
