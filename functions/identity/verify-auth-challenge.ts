import { openDatabase } from '../runtime/database/database.ts';
import { tableName } from '../runtime/environment.ts';
import { verifyAnswer } from './auth-challenge.ts';
import { identityStore } from './store.ts';

export const handler = verifyAnswer(identityStore(tableName('identity'), openDatabase()), () => new Date().toISOString());
