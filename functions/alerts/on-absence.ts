import { reactionHandler } from '../runtime/reaction.ts';
import { pipelineFromEnvironment } from './environment.ts';
import { absenceReactions } from './tell-guardians.ts';

export const handler = reactionHandler(absenceReactions(pipelineFromEnvironment()));
