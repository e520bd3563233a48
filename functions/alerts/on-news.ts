import { reactionHandler } from '../runtime/reaction.ts';
import { doorsFromEnvironment } from './doors.ts';
import { newsReactions } from './note-news.ts';

export const handler = reactionHandler(newsReactions({ ...doorsFromEnvironment(), now: () => new Date().toISOString() }));
