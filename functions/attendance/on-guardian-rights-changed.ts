import { GuardianRightsChanged } from '@preau/shared/directory/events.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { realRowServices } from './environment.ts';
import { rebuildRows } from './rebuild-rows.ts';

export const handler = reactionHandler([on(GuardianRightsChanged, rebuildRows(realRowServices()))]);
