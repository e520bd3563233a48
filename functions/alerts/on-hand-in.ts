import { reactionHandler } from '../runtime/reaction.ts';
import { handInsFromEnvironment } from './environment.ts';
import { handInReactions } from './follow-hand-ins.ts';

export const handler = reactionHandler(handInReactions(handInsFromEnvironment()));
