import { documentClient } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { verifyAnswer } from './auth-challenge.ts';
import { identityStore } from './store.ts';

export const handler = verifyAnswer(identityStore(tableName('identity'), documentClient()), () => new Date().toISOString());
