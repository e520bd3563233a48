import { RegisterTaken } from '@preau/shared/attendance/events.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { realDayServices } from './environment.ts';
import { foldRegister } from './fold-register.ts';

export const handler = reactionHandler([on(RegisterTaken, foldRegister(realDayServices()))]);
