import { GroupClassesChanged } from '@preau/shared/directory/events.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { homeworkStoreFrom } from './environment.ts';
import { followGroup } from './follow-group.ts';

const client = openDatabase();

const services = { now: () => new Date().toISOString(), store: homeworkStoreFrom(client), directory: directoryDoor(client) };

export const handler = reactionHandler([on(GroupClassesChanged, followGroup(services))]);
